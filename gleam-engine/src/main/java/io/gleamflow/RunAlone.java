package io.gleamflow;

import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.Flow;
import io.gleamflow.local.AwaitedFiles;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Does something with a flow while nobody else runs one of the project, and after what dead runs have left is ended.
 *
 * @param lock of this build, which others that have it share
 */
record RunAlone(Leftovers leftovers, RunOptions options, SharedLock lock) {

    /** What is done. */
    interface Work<T> {
        /**
         * Does it.
         *
         * @param waited how long the flow has waited for files that others have to write
         */
        T with(RunOptions options, Duration waited) throws FailureException, InterruptedException, IOException;
    }

    /**
     * Waits until nobody else is at work, and does it.
     *
     * @throws FailureException also when the project cannot be locked
     */
    <T> T with(Flow flow, RunListener listener, Work<T> work) throws FailureException, InterruptedException {
        Secrets secrets = Secrets.of(flow);
        Consumer<String> log = line -> listener.logged(secrets.hidden(flow.name()), secrets.hidden(line));
        try {
            leftovers.endIfNobodyWorks();
            // without the lock: another flow may have to write them
            Duration waited = AwaitedFiles.await(flow, options, listener);
            lock.take(leftovers, flow.name(), log);
            try {
                return work.with(options, waited);
            } finally {
                lock.giveBack(log);
            }
        } catch (IOException e) {
            throw secrets.hidden(
                    new FailureException(Failure.of(Blame.RESOURCES, flow.place(), flow.name(), message(e)), e));
        }
    }

    private static String message(IOException e) {
        return e instanceof SourceException ? String.valueOf(e.getMessage()) : e.toString();
    }
}
