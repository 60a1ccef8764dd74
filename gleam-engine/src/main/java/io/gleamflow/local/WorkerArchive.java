package io.gleamflow.local;

import io.gleamflow.process.Child;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.process.Command;
import io.gleamflow.process.ProgramSearch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The archive that the workers of a pool start from. If there is none and it is time to make one, a child of the pool does so,
 * with what the run leaves of the machine; when the run ends much earlier, the child is ended, and its file goes with the
 * directory of the run. Thread-safe.
 */
final class WorkerArchive {

    private static final List<String> WITH_LOW_PRIORITY = List.of("nice", "-n", "19");

    /** How long a run that has ended waits: a short one would never get an archive. */
    private static final long PATIENCE_SECONDS = 1;

    private final ChildProcesses children;
    private final WorkerJvm jvm;
    private final Optional<ClassArchives> archives;
    private final Path directory;

    private Optional<Path> found = Optional.empty();
    private boolean looked;
    private @Nullable Thread training;
    private boolean ended;

    /**
     * @param archives where it may be; empty when there is to be none
     * @param directory of the run
     */
    WorkerArchive(ChildProcesses children, WorkerJvm jvm, Optional<Path> archives, Path directory) {
        this.children = children;
        this.jvm = jvm;
        Optional<String> key = archives.isPresent() ? jvm.key() : Optional.empty();
        this.archives = key.isPresent()
                ? Optional.of(new ClassArchives(archives.get(), key.get(), directory))
                : Optional.empty();
        this.directory = directory;
    }

    /** The same at every call. */
    synchronized Optional<Path> find() {
        if (!looked) {
            found = archives.isPresent() ? archives.get().find() : Optional.empty();
            looked = true;
        }
        return found;
    }

    /** Begins to make one for later runs, if that is wanted. */
    synchronized void makeIfMissing() {
        if (archives.isPresent() && find().isEmpty() && training == null && !ended) {
            ClassArchives into = archives.get();
            Thread thread = new Thread(() -> make(into), "gleam-archive");
            thread.setDaemon(true);
            thread.start();
            training = thread;
        }
    }

    /** Waits a little for what is being made; nothing is begun any more. */
    void await() throws InterruptedException {
        Thread thread;
        synchronized (this) {
            ended = true;
            thread = training;
        }
        if (thread != null) {
            TimeUnit.SECONDS.timedJoin(thread, PATIENCE_SECONDS);
        }
    }

    private void make(ClassArchives into) {
        Path made = directory.resolve("classes.jsa");
        try {
            Optional<Child> child = into.isToBeMade() ? start(made) : Optional.empty();
            if (child.isPresent()) {
                keep(child.get(), made, into);
            }
        } catch (IOException | InterruptedException failed) {
            // a later run tries again
        }
    }

    private synchronized Optional<Child> start(Path made) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        List<String> line = new ArrayList<>();
        if (ProgramSearch.find(WITH_LOW_PRIORITY.get(0), directory).isPresent()) {
            line.addAll(WITH_LOW_PRIORITY);
        }
        line.addAll(jvm.training(made));
        return Optional.of(
                children.start(new Command("archive", line, WorkerJvm.environment(), directory), errors -> {}));
    }

    private static void keep(Child child, Path made, ClassArchives into) throws IOException, InterruptedException {
        child.stdin().close();
        child.stdout().transferTo(OutputStream.nullOutputStream());
        int exit = child.await().code();
        // a JVM that can make no archive says so, and exits as if nothing were wrong
        if (exit == 0 && Files.isRegularFile(made)) {
            into.keep(made);
        } else if (exit == 0 || exit == 1) {
            into.giveUp();
        }
    }
}
