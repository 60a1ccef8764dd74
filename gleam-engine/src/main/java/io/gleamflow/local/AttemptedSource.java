package io.gleamflow.local;

import io.gleamflow.plan.Input;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/** A source that is opened once more when it cannot be read to its end. */
final class AttemptedSource {

    private final RunContext run;

    AttemptedSource(RunContext run) {
        this.run = run;
    }

    /** Opens the source and hands on all rows, but not the end. */
    interface Source {
        void into(RowSink rows, Attempt attempt) throws IOException;
    }

    /** Hands on all rows, but not the end. */
    void into(RowSink sink, Input input, Source source) throws IOException {
        if (!(input instanceof Input.Stepped stepped) || !Attempts.areWanted(stepped.head())) {
            source.into(sink, Attempt.ONLY);
            return;
        }
        Blame blame = input instanceof Input.Printed ? Blame.SCRIPT : Blame.RESOURCES;
        try {
            new AttemptedRows(run, stepped.head(), blame, run.clock()).into(sink, source::into);
        } catch (FailureException e) {
            throw new Stopped(e);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }
}
