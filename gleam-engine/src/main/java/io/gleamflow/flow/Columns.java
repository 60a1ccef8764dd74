package io.gleamflow.flow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is known, before the run, of the columns of a dataset at some step.
 *
 * @param names all names in order, or empty when the columns have no names
 * @param width how many there are, or empty when only the rows will tell
 */
public record Columns(List<String> names, OptionalInt width) {

    /** Nothing is known. */
    public static final Columns UNKNOWN = new Columns(List.of(), OptionalInt.empty());

    public Columns {
        names = List.copyOf(names);
    }

    public static Columns named(List<String> names) {
        return new Columns(names, OptionalInt.of(names.size()));
    }

    public static Columns named(String... names) {
        return named(List.of(names));
    }

    /** Written out: what the compiler leaves to the first call takes longer than all the checks of a small flow. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Columns columns && names.equals(columns.names) && width.equals(columns.width);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + width.hashCode();
    }

    public boolean isNamed() {
        return !names.isEmpty();
    }

    /** The index, from 0, of a column; empty when there is none, as far as is known. */
    public OptionalInt indexOf(ColumnRef column) {
        if (column instanceof ColumnRef.Numbered numbered) {
            return within(numbered.position() - 1);
        }
        String name = ((ColumnRef.Named) column).name();
        if (isNamed()) {
            int index = names.indexOf(name);
            return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
        }
        return positionOf(name).map(this::within).orElse(OptionalInt.empty());
    }

    /** The index, from 0, that {@code _1}, {@code _2} ... stand for, or empty for any other name. */
    public static Optional<Integer> positionOf(String name) {
        return Positions.isName(name) ? Optional.of(Integer.parseInt(name.substring(1)) - 1) : Optional.empty();
    }

    private OptionalInt within(int index) {
        return width.isPresent() && index >= width.getAsInt() ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
