package io.gleamflow.maven;

import io.gleamflow.problem.FailureException;
import io.gleamflow.run.RunListener;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a flow on a thread of its own while the calling thread shows the lines that come out of it. */
final class LoggedRun {

    /** Something that runs a flow, as {@code Gleam.run} does. */
    @FunctionalInterface
    interface Body<T> {
        T run(RunListener listener) throws FailureException, InterruptedException;
    }

    private final String name;
    private final Consumer<LineQueue.Line> out;

    /** @param out called on the thread that calls {@link #run}, only */
    LoggedRun(String name, Consumer<LineQueue.Line> out) {
        this.name = name;
        this.out = out;
    }

    /** @throws InterruptedException when this thread was interrupted; the flow's thread has ended then */
    <T> T run(Body<T> body) throws FailureException, InterruptedException {
        LineQueue lines = new LineQueue();
        FutureTask<T> task = new FutureTask<>(() -> body.run(lines));
        Thread thread = new Thread(
                () -> {
                    task.run();
                    lines.close();
                },
                "gleam " + name);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = showUntilClosed(lines, thread);
        if (interrupted) {
            throw new InterruptedException();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Goes on after an interruption, which it hands to the flow's thread, until that thread has nothing more to say. */
    private boolean showUntilClosed(LineQueue lines, Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                for (LineQueue.Line line = lines.take(); line != null; line = lines.take()) {
                    out.accept(line);
                }
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws FailureException, InterruptedException {
        if (cause instanceof FailureException failure) {
            throw failure;
        } else if (cause instanceof InterruptedException interruption) {
            throw interruption;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(cause);
    }
}
