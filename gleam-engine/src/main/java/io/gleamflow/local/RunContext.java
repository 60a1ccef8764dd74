package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.operator.SpillStore;
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

    /** Begins to count the time of the task. */
    TaskClock begin(Optional<Timeout> timeout) {
        clock.start(watch(timeout));
        return clock;
    }

    /** Begins to count; if the time is over before the watch is closed, the run fails. */
    Deadlines.Watch watch(Optional<Timeout> timeout) {
        return timeout.map(some -> deadlines.watch(some.span(), () -> failure.fail(some.failure())))
                .orElse(Deadlines.Watch.NONE);
    }
}
