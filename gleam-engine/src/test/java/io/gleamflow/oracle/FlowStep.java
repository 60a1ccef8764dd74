package io.gleamflow.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One step, or two that only make sense together: its text and its meaning.
 *
 * @param yaml lines that begin with {@code - }
 * @param outputs what files it writes of the rows it leaves
 */
record FlowStep(String yaml, Meaning meaning, Outputs outputs) {

    /**
     * What a step sees beside the rows of the step before.
     *
     * @param files rows by path
     */
    record World(Map<String, Table> datasets, Map<String, List<List<V>>> files) {
        Table table(String dataset) {
            return Objects.requireNonNull(datasets.get(dataset), dataset);
        }
    }

    /** Rows after, of rows before. */
    interface Meaning {
        Table of(Table before, World world);
    }

    /** Files, by path. */
    interface Outputs {
        Map<String, Expected> of(Table table);
    }

    static FlowStep of(String yaml, Meaning meaning) {
        return new FlowStep(yaml, meaning, table -> Map.of());
    }
}
