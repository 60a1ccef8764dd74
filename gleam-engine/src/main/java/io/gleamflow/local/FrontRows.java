package io.gleamflow.local;

import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.Chain;
import io.gleamflow.worker.RowCounts;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.util.List;

/** Rows behind what the engine does with them before a worker or program gets them. */
final class FrontRows implements ShardRows {

    private final ShardRows input;
    private final boolean isRowByRow;
    private final Relay last = new Relay();
    private final RowSink front;

    /**
     * @param counts of the rows that come to each operation, and behind the last
     */
    FrontRows(ShardRows input, List<Operation> front, Chain.Engine engine, Chain.Rejects rejects, RowCounts counts) {
        this.input = input;
        this.isRowByRow = front.stream().allMatch(FrontRows::isRowByRow);
        this.front = Chain.inEngine(front, engine, rejects, counts, counts.before(front.size(), last));
    }

    /** Leads to a sink that is known only when reading begins, and keeps the end to itself. */
    private static final class Relay implements RowSink {
        private RowSink target = this;

        @Override
        public void row(byte[] bytes, int start, int end) {
            target.row(bytes, start, end);
        }

        @Override
        public void end() {}
    }

    /** Whether a row leaves while that is handed on which it was made of. */
    private static boolean isRowByRow(Operation operation) {
        boolean counts = operation instanceof RowOperation.PartialCount
                || operation instanceof RowOperation.FinalCount
                || operation instanceof RowOperation.PartialAggregate;
        return operation instanceof RowOperation && !counts
                || operation instanceof EngineOperation.Numbers
                || operation instanceof EngineOperation.Write
                || operation instanceof EngineOperation.Print;
    }

    @Override
    public boolean isLocated() {
        return isRowByRow && input.isLocated();
    }

    @Override
    public Position position() {
        return input.position();
    }

    @Override
    public void awaitReady() throws IOException {
        input.awaitReady();
    }

    @Override
    public void awaitAll() throws IOException {
        input.awaitAll();
    }

    @Override
    public void into(RowSink sink) throws IOException {
        last.target = sink;
        input.into(front);
        front.end();
    }

    @Override
    public TaskInput forWorker() {
        return new TaskInput.Frames();
    }
}
