package io.gleamflow.flow;

/** One column of an ordering. */
public record OrderBy(ColumnRef column, boolean descending) {}
