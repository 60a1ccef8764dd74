package io.gleamflow.local;

import io.gleamflow.operator.Keys;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task whose body is a shell process for each key, one after the other: the rows of a key are kept until all are there. */
final class PerKeyTask {

    private final RunContext run;
    private final Body.PerKey body;
    private final ShardRows input;
    private final RowSink tail;
    private final Deadlines.Watch clock;
    private List<Path> scripts = List.of();
    private long rowsIn;

    /**
     * @param clock of the task; it stands still while a process runs, which has a time of its own
     */
    PerKeyTask(RunContext run, Body.PerKey body, ShardRows input, RowSink tail, Deadlines.Watch clock) {
        this.run = run;
        this.body = body;
        this.input = input;
        this.tail = tail;
        this.clock = clock;
    }

    /** Runs to the end of the rows and returns how many went in. */
    long run() throws FailureException, IOException, InterruptedException {
        scripts = PipelineTask.scripts(run, List.of(body.step()));
        KeyedRows keyed = new KeyedRows();
        try {
            input.into(keyed);
            keyed.end();
        } catch (Stopped stopped) {
            stopped.rethrow();
        }
        return rowsIn;
    }

    /** Gathers the rows of a key and runs the step when another begins. */
    private final class KeyedRows implements RowSink {
        private final int[] keys = body.keys().stream().mapToInt(i -> i).toArray();
        private final RowCursor cursor = new RowCursor();
        private Bytes current = new Bytes(64);
        private Bytes next = new Bytes(64);
        private @Nullable RowSpool rows;

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            next.clear();
            Keys.encode(cursor, keys, next);
            boolean same = Arrays.equals(current.array(), 0, current.length(), next.array(), 0, next.length());
            RowSpool into = rows;
            if (into == null || !same) {
                end();
                into = new RowSpool(1, run.memory().ofSpools(), run.spills());
                rows = into;
                Bytes swap = current;
                current = next;
                next = swap;
            }
            into.row(bytes, start, end);
            rowsIn++;
        }

        @Override
        public void end() {
            RowSpool gathered = rows;
            if (gathered != null) {
                gathered.end();
                try {
                    pipe(gathered);
                } catch (FailureException e) {
                    throw new Stopped(e);
                } catch (InterruptedException e) {
                    throw new Stopped(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pipe(RowSpool rows) throws FailureException, IOException, InterruptedException {
        ShardRows key = new ShardRows() {
            @Override
            public void awaitReady() {}

            @Override
            public void awaitAll() {}

            @Override
            public void into(RowSink sink) throws IOException {
                rows.drainTo(sink);
            }

            @Override
            public TaskInput forWorker() {
                return new TaskInput.Frames();
            }
        };
        clock.pause();
        Deadlines.Watch watch = run.watch(TimeLimit.of(body.step().head(), Blame.SCRIPT));
        try {
            new PipelineTask(run, new Body.Pipeline(List.of(body.step()), body.columns()), scripts, key, tail).run();
        } finally {
            watch.close();
            clock.resume();
            rows.close();
        }
    }
}
