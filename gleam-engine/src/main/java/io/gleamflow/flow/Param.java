package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;

/**
 * A parameter with its value for this run.
 *
 * @param secret whether the value must not be shown anywhere
 * @param origin where the value comes from, for people: {@code default}, {@code -Dgleam.param.x}
 */
public record Param(String name, Place place, Value value, boolean secret, String origin) {

    /** The value as people would see it. */
    public String text() {
        return value.toString();
    }
}
