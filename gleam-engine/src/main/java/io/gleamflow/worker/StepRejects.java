package io.gleamflow.worker;

import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.script.LeftOut;
import java.util.List;

/** Hears of the rows of one step on one shard, and takes those that it leaves out. Used by one thread. */
public final class StepRejects implements LeftOut {

    private final Head step;
    private final List<String> names;
    private final Sink sink;

    /** Hears of the rows. */
    public interface Sink {

        void came();

        /** A row is left out; the bytes are the caller's again when it returns. */
        void rejected(String error, byte[] row, int start, int end, List<String> names);
    }

    /**
     * For a step.
     *
     * @param names of the columns it gets; empty when they are not known
     */
    public StepRejects(Head step, List<String> names, Sink sink) {
        this.step = step;
        this.names = List.copyOf(names);
        this.sink = sink;
    }

    @Override
    public void came() {
        sink.came();
    }

    @Override
    public void reject(String error, byte[] row, int start, int end, List<String> known) {
        sink.rejected(TaskFailure.firstLine(error), row, start, end, known.isEmpty() ? names : known);
    }

    /** Rejects a row that has failed; whatever is not the fault of a row of this step is thrown on. */
    public void reject(StepFailedException failed, byte[] row, int start, int end) {
        if (!failed.step().equals(step)) {
            throw failed;
        }
        reject(String.valueOf(failed.getMessage()), row, start, end, names);
    }
}
