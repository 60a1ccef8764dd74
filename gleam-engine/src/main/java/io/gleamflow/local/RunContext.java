package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Stage;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.util.Optional;

/**
 * What all tasks of a run share, and the clock of one; everything in it is thread-safe.
 *
 * @param clock what stands still while a step of the task makes attempts
 * @param figures what the task has done
 */
record RunContext(
        Flow flow,
        RunOptions options,
        ChildProcesses children,
        SpillStore spills,
        Memory memory,
        NumeralWarnings warnings,
        WorkerPool workers,
        WorkerPermits permits,
        Rejects rejects,
        RunListener log,
        Secrets secrets,
        FirstFailure failure,
        Deadlines deadlines,
        TaskClock clock,
        TaskFigures figures) {

    /** The same for a task whose time has not begun. */
    RunContext ofTask(TaskFigures own) {
        return new RunContext(
                flow,
                options,
                children,
                own.counted(spills),
                memory,
                warnings,
                workers,
                permits,
                rejects,
                log,
                secrets,
                failure,
                deadlines,
                new TaskClock(),
                own);
    }

    /** Begins to count the time of the task, which is one of that stage. */
    TaskClock begin(Stage stage) {
        clock.start(watch(Timeout.of(stage)), watch(StageTimeout.of(stage, flow, options)));
        return clock;
    }

    /** Begins to count; if the time is over before the watch is closed, the run fails. */
    Deadlines.Watch watch(Optional<? extends Limit> timeout) {
        if (timeout.isEmpty()) {
            return Deadlines.Watch.NONE;
        }
        Limit some = timeout.get();
        return deadlines.watch(some.span(), () -> failure.fail(some.failure()));
    }
}
