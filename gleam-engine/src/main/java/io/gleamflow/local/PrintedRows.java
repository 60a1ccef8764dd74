package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Input;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/** What a program prints that has no input. */
final class PrintedRows {

    private final RunContext run;
    private final Input.Printed printed;

    PrintedRows(RunContext run, Input.Printed printed) {
        this.run = run;
        this.printed = printed;
    }

    /** Hands on all rows, but not the end, and sees to it that the program ends well. */
    void into(RowSink sink) throws IOException {
        Head head = printed.head();
        try {
            Child child = Shells.start(
                    run,
                    head,
                    Shells.command(
                            run, head, printed.launching(), Shells.script(run, new ShellScript(head, printed.code()))));
            child.stdin().close();
            ProgramOutput.read(head, printed.format(), child.stdout(), sink);
            ShellOutput.check(head, printed.launching().okExit(), child, true);
        } catch (FailureException e) {
            throw new Stopped(e);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }
}
