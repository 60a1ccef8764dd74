package io.gleamflow.local;

import io.gleamflow.operator.Keys;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
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
    private final TaskRejects.OfProgram rejects;
    private final RowSink tail;
    private final AttemptedRows rows;
    private List<Path> scripts = List.of();

    /**
     * @param clock of the task; it stands still while a process runs, which has a time of its own
     */
    PerKeyTask(
            RunContext run,
            Body.PerKey body,
            ShardRows input,
            TaskRejects rejects,
            RowSink tail,
            Deadlines.Watch clock) {
        this.run = run;
        this.body = body;
        this.input = input;
        this.rejects = rejects.ofProgram(
                body.step().head(), body.columns(), body.step().head());
        this.tail = tail;
        this.rows = new AttemptedRows(run, body.step().head(), Blame.SCRIPT, clock);
    }

    /** Runs to the end of the rows. */
    void run() throws FailureException, IOException, InterruptedException {
        scripts = PipelineTask.scripts(run, List.of(body.step()));
        KeyedRows keyed = new KeyedRows();
        try {
            input.into(keyed);
            keyed.end();
        } catch (Stopped stopped) {
            stopped.rethrow();
        }
    }

    /** Gathers the rows of a key and runs the step when another begins. */
    private final class KeyedRows implements RowSink {
        private final int[] keys = body.keys().stream().mapToInt(i -> i).toArray();
        private final RowCursor cursor = new RowCursor();
        private Bytes current = new Bytes(64);
        private Bytes next = new Bytes(64);
        private @Nullable KeptRows gathered;

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            next.clear();
            Keys.encode(cursor, keys, next);
            boolean same = Arrays.equals(current.array(), 0, current.length(), next.array(), 0, next.length());
            KeptRows into = gathered;
            if (into == null || !same) {
                end();
                into = new KeptRows(run);
                gathered = into;
                Bytes swap = current;
                current = next;
                next = swap;
            }
            into.row(bytes, start, end);
        }

        @Override
        public void end() {
            KeptRows key = gathered;
            if (key != null) {
                key.end();
                try {
                    pipe(key);
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

    private void pipe(KeptRows key) throws FailureException, IOException, InterruptedException {
        Body.Pipeline pipeline = new Body.Pipeline(List.of(body.step()), body.columns());
        try (key) {
            rows.into(
                    tail,
                    (made, attempt) -> new PipelineTask(run, pipeline, scripts, key, rejects, made, attempt).run());
        }
    }
}
