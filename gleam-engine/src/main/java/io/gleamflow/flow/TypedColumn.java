package io.gleamflow.flow;

/** An entry of {@code types:}. */
public record TypedColumn(ColumnRef column, Conversion conversion) {

    public ColumnType type() {
        return conversion.type();
    }
}
