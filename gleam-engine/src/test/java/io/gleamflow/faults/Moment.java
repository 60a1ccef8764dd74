package io.gleamflow.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * When a kill comes: some time after the start of a run, or after the start of its publication.
 *
 * @param state where the journal of the publication will appear; null for the start of the run
 * @param nanos after that
 */
record Moment(@Nullable Path state, long nanos) {

    private static final long NAP_NANOS = 200_000;

    static Moment after(long nanos) {
        return new Moment(null, nanos);
    }

    static Moment publication(KillProject project, long nanos) {
        return new Moment(project.state(), nanos);
    }

    /** Waits for the moment; whether it came before the run's end. */
    boolean await(EngineProcess engine) throws IOException {
        while (state != null && !publishes(state)) {
            if (engine.hasAnswered()) {
                return false;
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            if (engine.hasAnswered()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(NAP_NANOS, nanos));
        }
        return true;
    }

    private static boolean publishes(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return false;
        }
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(state, "*.journal")) {
            return journals.iterator().hasNext();
        }
    }
}
