package io.gleamflow.plan;

import io.gleamflow.flow.Columns;
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
        stages.divide(step.head(), Indexes.of(step.by(), columns));
        if (!stages.open().takesPipe(step)) {
            stages.forward();
        }
        stages.open().add(step, columns.names());
        return stages.current();
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
        stages.divide(step.head(), Indexes.of(step.by(), columns));
        return program(new Body.Program(step));
    }
}
