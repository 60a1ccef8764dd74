package io.gleamflow.flow;

import io.gleamflow.problem.Place;

/** An interpolated text of the descriptor and its place. */
public record Text(String value, Place place) {}
