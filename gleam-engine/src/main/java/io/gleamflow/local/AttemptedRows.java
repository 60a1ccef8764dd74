package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/**
 * The rows of a step that makes them in attempts: those of an attempt are held back until it has ended well, those of one
 * that fails count for nothing. Without {@code retry} there is one attempt, and rows are handed on as they come.
 */
final class AttemptedRows {

    private final RunContext run;
    private final Head step;
    private final Blame blame;
    private final Deadlines.Watch clock;

    /**
     * @param blame whose affair it is when an attempt lasts too long
     * @param clock of the task; it stands still during attempts, which have times of their own
     */
    AttemptedRows(RunContext run, Head step, Blame blame, Deadlines.Watch clock) {
        this.run = run;
        this.step = step;
        this.blame = blame;
        this.clock = clock;
    }

    /** Makes rows, all of them, but not the end. */
    interface Work {
        void into(RowSink rows, Attempt attempt) throws FailureException, IOException, InterruptedException;
    }

    /** Hands on the rows, but not the end. */
    void into(RowSink sink, Work work) throws FailureException, IOException, InterruptedException {
        if (!Attempts.areWanted(step)) {
            once(sink, work);
            return;
        }
        RowSpool rows;
        clock.pause();
        try {
            rows = Attempts.at(run, step, blame).make(attempt -> held(work, attempt));
        } finally {
            clock.resume();
        }
        try {
            rows.drainTo(sink);
        } finally {
            rows.close();
        }
    }

    private void once(RowSink sink, Work work) throws FailureException, IOException, InterruptedException {
        clock.pause();
        Deadlines.Watch watch = run.watch(Timeout.of(step, blame));
        try {
            work.into(sink, Attempt.ONLY);
        } finally {
            watch.close();
            clock.resume();
        }
    }

    private RowSpool held(Work work, Attempt attempt) throws FailureException, IOException, InterruptedException {
        RowSpool rows = new RowSpool(1, run.memory().ofSpools(), run.spills());
        boolean well = false;
        try {
            work.into(new Interruptible(new CheckedRows(attempt, rows)), attempt);
            rows.end();
            well = true;
            return rows;
        } finally {
            if (!well) {
                rows.close();
            }
        }
    }
}
