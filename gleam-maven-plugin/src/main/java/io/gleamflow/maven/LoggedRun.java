package io.gleamflow.maven;

import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.util.Optional;
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

    private static final long LOOK_MILLIS = 200;

    private final String name;
    private final Consumer<LineQueue.Line> out;
    private final Ticker ticker;
    private final LineQueue lines = new LineQueue();

    /** @param out called on the thread that calls {@link #run}, only */
    LoggedRun(String name, Consumer<LineQueue.Line> out) {
        this(name, out, Ticker.SILENT);
    }

    /** @param ticker used by that thread only, too */
    LoggedRun(String name, Consumer<LineQueue.Line> out, Ticker ticker) {
        this.name = name;
        this.out = out;
        this.ticker = ticker;
    }

    /** What the run did, when it has failed. */
    Optional<RunReport> soFar() {
        return lines.soFar();
    }

    /**
     * Runs it, once.
     *
     * @throws InterruptedException when this thread was interrupted; the flow's thread has ended then
     */
    <T> T run(Body<T> body) throws FailureException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(() -> body.run(lines));
        Thread thread = new Thread(
                () -> {
                    task.run();
                    lines.close();
                },
                "gleam " + name);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = showUntilClosed(thread);
        ticker.hide();
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
    private boolean showUntilClosed(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                while (!lines.isOver()) {
                    LineQueue.Line line = lines.take(LOOK_MILLIS);
                    if (line == null) {
                        ticker.tick(lines.progress());
                    } else {
                        ticker.hide();
                        out.accept(line);
                    }
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
