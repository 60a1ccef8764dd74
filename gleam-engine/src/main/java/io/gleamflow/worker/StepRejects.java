package io.gleamflow.worker;

import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.script.RejectSink;
import java.util.List;

/** The rejected rows of one step on one shard: knows which failures are its own, and what columns are called. */
public final class StepRejects implements RejectSink {

    private final Head step;
    private final List<String> names;
    private final RejectSink sink;

    /**
     * For a step.
     *
     * @param names of the columns it gets; empty when they are not known
     * @param sink hears of them, and of each error the first line
     */
    public StepRejects(Head step, List<String> names, RejectSink sink) {
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
        sink.reject(TaskFailure.firstLine(error), row, start, end, known.isEmpty() ? names : known);
    }

    /** Rejects a row that has failed; whatever is not the fault of a row of this step is thrown on. */
    public void reject(StepFailedException failed, byte[] row, int start, int end) {
        if (!failed.step().equals(step)) {
            throw failed;
        }
        reject(String.valueOf(failed.getMessage()), row, start, end, names);
    }
}
