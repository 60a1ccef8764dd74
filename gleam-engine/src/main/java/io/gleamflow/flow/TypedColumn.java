package io.gleamflow.flow;

/** An entry of {@code types:}. */
public record TypedColumn(ColumnRef column, ColumnType type) {}
