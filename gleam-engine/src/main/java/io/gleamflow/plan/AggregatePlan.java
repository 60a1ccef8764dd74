package io.gleamflow.plan;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.KeyStep;

/** Plans {@code reduce} with named entries. */
final class AggregatePlan {

    private AggregatePlan() {}

    static Integer plan(KeyStep.Aggregate step, Columns columns, Stages stages) {
        throw new UnsupportedOperationException("not there yet");
    }
}
