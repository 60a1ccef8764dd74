package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Input;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.StepRejects;
import java.io.IOException;
import java.util.Optional;

/** What a program prints that has no input. */
final class PrintedRows {

    private final RunContext run;
    private final Input.Printed printed;

    PrintedRows(RunContext run, Input.Printed printed) {
        this.run = run;
        this.printed = printed;
    }

    /** Hands on all rows but rejected ones, and not the end, and sees to it that the program ends well. */
    void into(RowSink sink, Optional<StepRejects> rejects, Attempt attempt) throws IOException {
        Head head = printed.head();
        try {
            Child child = start(head);
            attempt.endedBy(child::kill);
            try {
                child.stdin().close();
                ShellOutput.read(
                        head,
                        () -> ProgramOutput.read(head, printed.format(), child.stdout(), rejects, sink),
                        () -> ShellOutput.explain(head, printed.launching().okExit(), child));
                ShellOutput.check(head, printed.launching().okExit(), child, true);
            } catch (RuntimeException | IOException e) {
                // what it would still print nobody reads
                child.kill();
                throw e;
            }
        } catch (FailureException e) {
            throw new Stopped(e);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }

    private Child start(Head head) throws FailureException, IOException {
        ShellScript script = new ShellScript(head, printed.code());
        return Shells.start(run, head, Shells.command(run, head, printed.launching(), Shells.script(run, script)));
    }
}
