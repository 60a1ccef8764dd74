package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.ProgramStep;
import java.util.List;

/** Plans the steps that other programs do. */
final class ProgramPlan {

    private final Stages stages;
    private final Columns columns;

    ProgramPlan(Stages stages, Columns columns) {
        this.stages = stages;
        this.columns = columns;
    }

    Integer pipe(ProgramStep.Pipe step) {
        if (!step.per().isEmpty()) {
            List<Integer> keys = Indexes.of(step.per(), columns);
            stages.range(Exchange.Range.ascending(keys), step.head());
            stages.open().program(new Body.PerKey(step, keys, columns.names()));
            return stages.current();
        }
        divide(step.head(), step.by());
        if (!stages.open().takesPipe(step)) {
            stages.forward();
        }
        stages.open().add(step, columns.names());
        return stages.current();
    }

    /** What a program sees: everything, or pieces, or what belongs together. */
    private void divide(Head head, List<ColumnRef> by) {
        if (head.partitions().isPresent() && !by.isEmpty()) {
            stages.exchange(
                    new Exchange.Hash(Indexes.of(by, columns)),
                    head.partitions().getAsInt());
        } else {
            stages.pieces(head);
        }
    }

    Integer pipeAsArgs(ProgramStep.PipeAsArgs step) {
        return program(new Body.PerRow(step, columns.names()));
    }

    private Integer program(Body body) {
        if (!stages.open().takesProgram()) {
            stages.forward();
        }
        stages.open().program(body);
        return stages.current();
    }

    Integer exec(ProgramStep.Exec step) {
        divide(step.head(), step.by());
        return program(new Body.Program(step));
    }
}
