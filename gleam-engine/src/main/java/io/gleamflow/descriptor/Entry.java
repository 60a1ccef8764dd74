package io.gleamflow.descriptor;

import io.gleamflow.problem.Place;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A key of a map and its value.
 *
 * @param quoted whether the key stands in quotes, so that digits are no number
 */
record Entry(String key, boolean quoted, Place place, Node value) {}
