package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Param;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.ExitStatus;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.MalformedFrameException;
import io.gleamflow.wire.ValueCodec;
import io.gleamflow.worker.RejectedRow;
import io.gleamflow.worker.TaskFailure;
import io.gleamflow.worker.TaskInput;
import io.gleamflow.worker.TaskSpec;
import io.gleamflow.worker.TaskStatus;
import io.gleamflow.worker.WorkerProgress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A task whose body is a chain with Lua: sends it to a worker, feeds it, and reads its rows up to the status. */
final class WorkerTask {

    private final RunContext run;
    private final Stage stage;
    private final Body.Chain chain;
    private final ShardRows input;
    private final TaskRejects rejects;
    private final RowSink tail;

    WorkerTask(RunContext run, Stage stage, Body.Chain chain, ShardRows input, TaskRejects rejects, RowSink tail) {
        this.run = run;
        this.stage = stage;
        this.chain = chain;
        this.input = input;
        this.rejects = rejects;
        this.tail = tail;
    }

    void run(int shard) throws FailureException, IOException, InterruptedException {
        // a worker that has ended a task of the stage before can take this one
        input.awaitReady();
        WorkerPermits.Permit permit = run.permits().acquire(input);
        Deadlines.Watch clock = run.begin(stage);
        try {
            run.figures().begin();
            inWorker(shard);
        } finally {
            clock.close();
            permit.release();
        }
    }

    private void inWorker(int shard) throws FailureException, IOException, InterruptedException {
        Consumer<String> errors = run.secrets().inPieces(line -> run.log().logged(stage.title(), line));
        WorkerProcess worker = run.workers().take(WorkerKind.of(chain), errors);
        run.figures().launched(List.of(worker.child()));
        TaskInput source = source();
        TaskStatus status;
        try (Feeder feeder = Feeder.start(
                "gleam-feed-" + (stage.number() + 1) + "-" + shard,
                () -> feed(worker, source),
                () -> worker.child().kill())) {
            try {
                status = read(worker, feeder);
            } catch (EnoughRowsException enough) {
                feeder.enough();
                worker.child().kill();
                tail.end();
                return;
            }
            take(status, source);
            if (status.failure().isPresent()) {
                worker.child().kill();
                throw new FailureException(told(status.failure().get(), status.rowsIn()));
            }
            rejects.take(status);
            feeder.join();
        }
        run.workers().giveBack(worker);
        tail.end();
    }

    private void take(TaskStatus status, TaskInput source) {
        run.figures().used(status.use());
        run.figures().inWorker(status.came());
        if (!isFed(source)) {
            run.figures().in().set(status.rowsIn(), status.use().bytes());
        }
    }

    /** Whether the engine sends the rows; otherwise the worker reads or makes them. */
    private static boolean isFed(TaskInput source) {
        return source instanceof TaskInput.Frames || source instanceof TaskInput.LocatedFrames;
    }

    private TaskInput source() throws IOException {
        TaskInput source = input.forWorker();
        boolean isRead = source instanceof TaskInput.Records;
        if (isRead && (chain.runtime() == LuaRuntime.LUAJIT || rejects.wantsPlaces())) {
            source = new TaskInput.Frames();
        }
        boolean located = source instanceof TaskInput.Frames && input.isLocated() && rejects.wantsPlaces();
        return located ? new TaskInput.LocatedFrames() : source;
    }

    private Failure told(TaskFailure failure, long rowsIn) {
        Failure told = failure.told(run.options().baseDirectory(), run.secrets()::hidden);
        return failure.row().length == 0 || failure.source().isPresent() ? told : Located.at(told, input.where(rowsIn));
    }

    private void feed(WorkerProcess worker, TaskInput source) throws IOException {
        worker.send(task(source));
        if (isFed(source)) {
            RowSink rows = worker.rows();
            RowSink located = source instanceof TaskInput.Frames ? rows : new LocatedRows(input.position(), rows);
            input.into(new ShortRows(located));
            rows.end();
        }
    }

    private TaskSpec task(TaskInput source) {
        Flow flow = run.flow();
        Map<String, byte[]> params = new LinkedHashMap<>();
        for (Param param : flow.params()) {
            Bytes value = new Bytes(32);
            ValueCodec.write(param.value(), new ValueWriter(value));
            params.put(param.name(), value.copy());
        }
        return new TaskSpec(
                chain.runtime(),
                flow.place(),
                params,
                flow.functions(),
                chain.operations(),
                source,
                WorkerKind.of(chain).longestRow());
    }

    private TaskStatus read(WorkerProcess worker, Feeder feeder)
            throws FailureException, IOException, InterruptedException {
        FrameInput in = worker.in();
        while (true) {
            FrameInput.Next next = next(in);
            if (next == FrameInput.Next.ROW) {
                tail.row(in.bytes(), in.start(), in.end());
            } else if (next == FrameInput.Next.CONTROL) {
                Map<String, Object> control = in.control();
                if (RejectedRow.isIn(control)) {
                    rejects.take(RejectedRow.of(control));
                } else if (WorkerProgress.isIn(control)) {
                    WorkerProgress progress = WorkerProgress.of(control);
                    run.figures().in().set(progress.rows(), progress.bytes());
                } else {
                    return TaskStatus.of(control);
                }
            } else {
                feeder.throwFailure();
                throw new FailureException(died(worker));
            }
        }
    }

    /** A worker that ended in the middle of a row has ended; one that sends what is no row is to blame for the row. */
    private FrameInput.Next next(FrameInput in) throws FailureException, IOException {
        try {
            return in.next();
        } catch (MalformedFrameException e) {
            if (e.isCutShort()) {
                return FrameInput.Next.END_OF_FILE;
            }
            Head last = chain.operations().get(chain.operations().size() - 1).head();
            String message = "a row cannot be read: " + e.getMessage() + "; a larger `memory:` allows longer ones";
            throw new FailureException(Failure.of(Blame.SCRIPT, last.place(), last.title(), message), e);
        }
    }

    /** The end of a worker's output without a status is a failure, however it exits. */
    private Failure died(WorkerProcess worker) throws InterruptedException {
        ExitStatus exit = worker.child().await();
        Operation first = chain.operations().get(0);
        Head head = first.head();
        return new Failure(
                Blame.RESOURCES,
                head.place(),
                stage.title(),
                "its worker process (pid " + worker.child().pid() + ") ended early: " + exit,
                worker.child().lastErrors());
    }

    /** Refuses rows that the worker would not take. */
    private final class ShortRows implements RowSink {
        private final int longest = WorkerKind.of(chain).longestRow();
        private final RowSink next;

        ShortRows(RowSink next) {
            this.next = next;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            if (end - start > longest) {
                throw new StepFailedException(
                        chain.operations().get(0).head(),
                        "a row has " + (end - start) + " bytes, and a step in Lua takes " + longest
                                + "; raise its `memory:`",
                        bytes,
                        start,
                        start);
            }
            next.row(bytes, start, end);
        }

        @Override
        public void end() {
            next.end();
        }
    }
}
