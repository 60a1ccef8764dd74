package io.gleamflow.plan;

import java.util.List;

/**
 * The stages of a flow; each reads from a source or from stages before it.
 *
 * @param flow the name of the flow
 */
public record Plan(String flow, List<Stage> stages) {

    public Plan {
        stages = List.copyOf(stages);
    }
}
