package io.gleamflow.freshness;

import java.util.Map;

/**
 * What decides what a flow writes and is not in its descriptor.
 *
 * @param facts about gleam and the machine, which people may see
 * @param variables that programs get, which may be secret
 */
record Surroundings(Map<String, String> facts, Map<String, String> variables) {

    Surroundings {
        facts = Map.copyOf(facts);
        variables = Map.copyOf(variables);
    }
}
