package io.gleamflow.local;

import io.gleamflow.plan.EngineOperation;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Rows that are written when all of them are there, from the first one in each attempt; an attempt that fails leaves nothing
 * behind.
 */
final class AttemptedWrite implements RowSink {

    private final RunContext run;
    private final EngineOperation.Write write;
    private final OutputFiles outputs;
    private final int shard;
    private final RowSink next;
    private final KeptRows kept;

    AttemptedWrite(RunContext run, EngineOperation.Write write, OutputFiles outputs, int shard, RowSink next) {
        this.run = run;
        this.write = write;
        this.outputs = outputs;
        this.shard = shard;
        this.next = next;
        this.kept = new KeptRows(run);
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        kept.row(bytes, start, end);
        next.row(bytes, start, end);
    }

    @Override
    public void end() {
        kept.end();
        run.clock().pause();
        try (kept) {
            Attempts.at(run, write.head(), Blame.RESOURCES).make(this::written);
        } catch (FailureException e) {
            throw new Stopped(e);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            run.clock().resume();
        }
        next.end();
    }

    private boolean written(Attempt attempt) throws IOException {
        boolean well = false;
        try {
            RowSink sink = sink();
            kept.into(new CheckedRows(attempt, sink));
            sink.end();
            well = true;
            return well;
        } finally {
            if (!well) {
                outputs.discard(write, shard);
            }
        }
    }

    private RowSink sink() throws IOException {
        if (!write.keys().isEmpty()) {
            return new KeyedFiles(write, () -> EngineSinks.format(write), outputs, shard, new Last());
        }
        String target = write.path().value();
        return new FileEnd(write.head(), outputs.begin(write, shard, target, EngineSinks.format(write)), new Last());
    }

    /** Behind it there is nothing: rows have gone their way already. */
    private static final class Last implements RowSink {
        @Override
        public void row(byte[] bytes, int start, int end) {}

        @Override
        public void end() {}
    }
}
