package io.gleamflow.oracle;

import java.util.Optional;

/** Makes a step that fits the rows before it, or nothing where none does. */
interface StepMaker {
    Optional<FlowStep> make(Table before, FlowStep.World world);
}
