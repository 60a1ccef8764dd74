package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/** A program that gets all rows of a task; they are kept if it may have to be started once more. */
final class WholeProgram {

    private final RunContext run;
    private final Head step;
    private final Deadlines.Watch clock;

    /**
     * @param clock of the task
     */
    WholeProgram(RunContext run, Head step, Deadlines.Watch clock) {
        this.run = run;
        this.step = step;
        this.clock = clock;
    }

    /** Takes all rows and makes others, but not the end. */
    interface Program {
        void run(ShardRows input, RowSink rows, Attempt attempt)
                throws FailureException, IOException, InterruptedException;
    }

    void run(ShardRows input, RowSink tail, Program program)
            throws FailureException, IOException, InterruptedException {
        if (!Attempts.areWanted(step)) {
            program.run(input, tail, Attempt.ONLY);
            return;
        }
        try (KeptRows kept = new KeptRows(run)) {
            input.into(kept);
            kept.end();
            new AttemptedRows(run, step, Blame.SCRIPT, clock)
                    .into(tail, (rows, attempt) -> program.run(kept, rows, attempt));
        }
    }
}
