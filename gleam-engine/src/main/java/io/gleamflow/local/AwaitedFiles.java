package io.gleamflow.local;

import io.gleamflow.connector.SourceFiles;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Files that are to be read and are not there when a run begins. */
public final class AwaitedFiles {

    private AwaitedFiles() {}

    /**
     * Waits for missing files as long as the steps that read them say with {@code retry}, and for others not at all.
     *
     * @param listener hears of each attempt
     * @return how long that lasted
     * @throws FailureException when they do not come, or not in the time that a run has
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static Duration await(Flow flow, RunOptions options, RunListener listener)
            throws FailureException, InterruptedException {
        if (!areAny(flow)) {
            return Duration.ZERO;
        }
        long start = System.nanoTime();
        Secrets secrets = Secrets.of(flow);
        RunListener log = new OneAtATime(listener, secrets);
        FirstFailure late = new FirstFailure();
        try (Deadlines deadlines = new Deadlines()) {
            new RunTimeout(flow, options, Duration.ZERO).watch(deadlines, late);
            for (Dataset dataset : flow.datasets()) {
                for (Step step : dataset.steps()) {
                    if (step instanceof SourceStep.Read read && Attempts.areWanted(read.head())) {
                        Path base = options.baseDirectory();
                        await(read, base, Attempts.at(read.head(), base, late, deadlines, log));
                    }
                }
            }
            late.rethrow();
        } catch (FailureException e) {
            Optional<Failure> over = late.get();
            throw secrets.hidden(over.isPresent() ? new FailureException(over.get(), e) : e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean areAny(Flow flow) {
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof SourceStep.Read read && Attempts.areWanted(read.head())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void await(SourceStep.Read read, Path base, Attempts attempts)
            throws FailureException, InterruptedException {
        for (Text path : read.paths()) {
            try {
                attempts.make(attempt -> SourceFiles.find(base, path.value()));
            } catch (IOException e) {
                throw MissingFiles.failure(read, path, e);
            }
        }
    }
}
