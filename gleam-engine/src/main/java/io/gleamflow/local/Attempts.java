package io.gleamflow.local;

import io.gleamflow.connector.RefusedRecordException;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.TimeSpan;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.run.RunListener;
import io.gleamflow.worker.Failures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of a step, and once more when it fails and the step says so. That a row is refused is no reason: it would be
 * refused again. Nor is the end of the run. Thread-safe.
 */
final class Attempts {

    private final Supplier<Head> steps;
    private final Path base;
    private final Optional<Timeout> timeout;
    private final Deadlines deadlines;
    private final FirstFailure failure;
    private final RunListener log;
    private final IntConsumer begun;

    private Attempts(
            Supplier<Head> steps,
            Path base,
            Optional<Timeout> timeout,
            Deadlines deadlines,
            FirstFailure failure,
            RunListener log,
            IntConsumer begun) {
        this.steps = steps;
        this.base = base;
        this.timeout = timeout;
        this.deadlines = deadlines;
        this.failure = failure;
        this.log = log;
        this.begun = begun;
    }

    /**
     * At work of a step that may last for ever; none begins when there is a failure.
     *
     * @param base what files are shown relative to
     */
    static Attempts at(Head step, Path base, FirstFailure failure, Deadlines deadlines, RunListener log) {
        return among(() -> step, base, failure, deadlines, log);
    }

    /**
     * At work of several steps that may last for ever.
     *
     * @param steps the one at work: when an attempt fails, what that one says counts
     */
    static Attempts among(Supplier<Head> steps, Path base, FirstFailure failure, Deadlines deadlines, RunListener log) {
        return new Attempts(steps, base, Optional.empty(), deadlines, failure, log, number -> {});
    }

    /**
     * At the work of a step.
     *
     * @param blame whose affair it is when an attempt lasts too long
     */
    static Attempts at(RunContext run, Head step, Blame blame) {
        Path base = run.options().baseDirectory();
        return new Attempts(
                () -> step,
                base,
                Timeout.of(step, blame),
                run.deadlines(),
                run.failure(),
                run.log(),
                run.figures()::attempt);
    }

    /** Whether a step asks for more than one. */
    static boolean areWanted(Head step) {
        return step.onError() instanceof OnError.Retry;
    }

    /** All the work, from its start; what an attempt has made that fails must count for nothing. */
    interface Work<T> {
        T done(Attempt attempt) throws FailureException, IOException, InterruptedException;
    }

    /**
     * Returns what the attempt has made that ended well.
     *
     * @throws FailureException what the last attempt failed with, and how many there were
     */
    <T> T make(Work<T> work) throws FailureException, IOException, InterruptedException {
        for (int number = 1; ; number++) {
            begun.accept(number);
            try {
                return inTime(work);
            } catch (FailureException | IOException | RuntimeException e) {
                Head step = steps.get();
                OnError.Retry retry =
                        step.onError() instanceof OnError.Retry some ? some : new OnError.Retry(0, Duration.ZERO);
                Optional<Failure> cause = cause(e, step);
                if (retry.times() == 0 || cause.isEmpty() || failure.isOver()) {
                    throw e;
                }
                if (number > retry.times()) {
                    throw new FailureException(lastOf(number, cause.get()), e);
                }
                String line = "attempt %d of %d failed: %s; again in %s";
                log.warned(
                        step.title(),
                        line.formatted(
                                number, retry.times() + 1, cause.get().message(), TimeSpan.shown(retry.delay())));
                if (failure.isOverWithin(retry.delay())) {
                    throw e;
                }
            }
        }
    }

    private <T> T inTime(Work<T> work) throws FailureException, IOException, InterruptedException {
        TimedAttempt attempt = new TimedAttempt();
        Deadlines.Watch watch = timeout.isEmpty()
                ? Deadlines.Watch.NONE
                : deadlines.watch(
                        timeout.get().span(), () -> attempt.end(timeout.get().failure()));
        try {
            return work.done(attempt);
        } catch (FailureException | IOException | RuntimeException e) {
            // what ended it made it fail in some way or other
            attempt.check();
            throw e;
        } finally {
            watch.close();
        }
    }

    /** What may go well the next time. */
    private Optional<Failure> cause(Exception thrown, Head step) {
        if (thrown instanceof FailureException failed) {
            Blame blame = failed.failure().blame();
            return Optional.of(failed.failure()).filter(any -> blame == Blame.RESOURCES || blame == Blame.SCRIPT);
        } else if (thrown instanceof Stopped stopped) {
            return stopped.getCause() instanceof FailureException failed ? cause(failed, step) : Optional.empty();
        } else if (thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return cause(unchecked.getCause(), step);
        } else if (!(thrown instanceof IOException)
                || thrown instanceof InterruptedIOException
                || thrown instanceof RefusedRecordException
                || Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        return Optional.of(Failures.of(thrown, step).told(base, UnaryOperator.identity()));
    }

    private static Failure lastOf(int attempts, Failure last) {
        List<String> details = new ArrayList<>(last.details());
        details.add("this was attempt " + attempts + " of " + attempts);
        return new Failure(last.blame(), last.place(), last.step(), last.message(), details);
    }

    /** An attempt that may be ended. */
    private static final class TimedAttempt implements Attempt {
        private @Nullable Runnable stop;
        private volatile @Nullable Failure late;

        @Override
        public void endedBy(Runnable how) {
            synchronized (this) {
                stop = how;
                if (late == null) {
                    return;
                }
            }
            how.run();
        }

        void end(Failure why) {
            Runnable how;
            synchronized (this) {
                late = why;
                how = stop;
            }
            if (how != null) {
                how.run();
            }
        }

        @Override
        public void check() {
            Failure why = late;
            if (why != null) {
                throw new Stopped(new FailureException(why));
            }
        }
    }
}
