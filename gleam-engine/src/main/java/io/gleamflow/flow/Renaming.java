package io.gleamflow.flow;

/** An entry {@code old: new} of {@code rename}. */
public record Renaming(ColumnRef column, Text name) {}
