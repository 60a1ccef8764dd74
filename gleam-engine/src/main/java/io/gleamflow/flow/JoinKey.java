package io.gleamflow.flow;

/** A column of each side whose values must be equal. */
public record JoinKey(ColumnRef left, ColumnRef right) {}
