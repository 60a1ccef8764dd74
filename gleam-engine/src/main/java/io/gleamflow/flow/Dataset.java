package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.util.List;

/** A named sequence of rows: what its steps, one after the other, make of the first one's rows. */
public record Dataset(String name, Place place, List<Step> steps) {

    public Dataset {
        steps = List.copyOf(steps);
    }
}
