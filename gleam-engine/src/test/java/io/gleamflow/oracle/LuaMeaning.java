package io.gleamflow.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A Lua expression and what it means, for rows of which Lua's meaning is exact.
 *
 * @param text Lua
 */
record LuaMeaning(String text, Meaning meaning) {

    private static final BigInteger EXACT = BigInteger.TWO.pow(53);

    /** A value of a row. */
    interface Meaning {
        V of(List<V> row);
    }

    /** The column as Lua names it. */
    static String name(Table table, int column) {
        if (!table.isNamed()) {
            return "_" + (column + 1);
        }
        String name = table.names().get(column);
        return Columns.isPlain(name) ? name : "row[\"" + name + "\"]";
    }

    /** One by chance; empty when it would not be exact with the values there are. */
    static Optional<LuaMeaning> random(Draw draw, Table table) {
        if (table.widest() == 0) {
            return Optional.empty();
        }
        int a = draw.below(table.widest());
        int b = draw.below(table.widest());
        String name = draw.once(3) ? "row[" + (a + 1) + "]" : name(table, a);
        List<V> values = column(table, a);
        return switch (draw.below(5)) {
            case 0 ->
                when(
                        values.stream().noneMatch(LuaMeaning::isBoxed),
                        "type(" + name + ")",
                        row -> V.of(type(Table.cell(row, a))));
            case 1 ->
                when(
                        comparable(values) && comparable(column(table, b)),
                        name + " == " + name(table, b),
                        row -> V.of(same(Table.cell(row, a), Table.cell(row, b))));
            case 2 ->
                when(
                        values.stream().allMatch(LuaMeaning::hasExactText),
                        "tostring(" + name + ")",
                        row -> asText(Table.cell(row, a)));
            default -> when(isExact(values), name, row -> touched(Table.cell(row, a)));
        };
    }

    private static Optional<LuaMeaning> when(boolean exact, String text, Meaning meaning) {
        return exact ? Optional.of(new LuaMeaning(text, meaning)) : Optional.empty();
    }

    static List<V> column(Table table, int column) {
        return table.rows().stream().map(row -> Table.cell(row, column)).toList();
    }

    static boolean isExact(List<V> values) {
        return values.stream().allMatch(LuaMeaning::isExact);
    }

    /** Whether Lua gives the value back as {@link #touched} says. */
    private static boolean isExact(V value) {
        return switch (value.kind()) {
            case NIL, FALSE, TRUE, TEXT -> true;
            case NUMBER -> value.isWhole() || !Double.isNaN((Double) value.content()) || isSame(value, Double.NaN);
            case LIST -> value.items().stream().allMatch(LuaMeaning::isUntouched);
            case MAP ->
                value.items().stream().allMatch(LuaMeaning::isUntouched)
                        && IntStream.range(0, value.items().size())
                                .filter(i -> i % 2 == 0)
                                .allMatch(i -> value.items().get(i).kind() == V.Kind.TEXT
                                        && (i == 0
                                                || value.items()
                                                                .get(i)
                                                                .compareTo(value.items()
                                                                        .get(i - 2))
                                                        > 0));
            case EXT -> false;
        };
    }

    /** Whether Lua changes nothing of it. */
    static boolean isUntouched(V value) {
        return isExact(value) && Arrays.equals(touched(value).raw(), value.raw());
    }

    private static boolean isSame(V value, double v) {
        return Arrays.equals(value.raw(), V.of(v).raw());
    }

    /** The value after it has been a Lua value: numbers are whole where they can be, all forms are the shortest. */
    static V touched(V value) {
        return switch (value.kind()) {
            case NIL, FALSE, TRUE, EXT -> value;
            case TEXT -> V.text((byte[]) value.content());
            case NUMBER -> number(value);
            case LIST -> V.list(value.items());
            case MAP -> V.map(value.items());
        };
    }

    private static V number(V value) {
        if (value.isWhole()) {
            return V.of(value.whole());
        }
        double v = (Double) value.content();
        return Math.abs(v) <= 0x1p53 && v == Math.rint(v) ? V.of((long) v) : V.of(v);
    }

    /** Whole numbers that no double tells from their neighbours. */
    private static boolean isBoxed(V value) {
        return value.isWhole() && value.whole().abs().compareTo(EXACT) > 0 || value.kind() == V.Kind.EXT;
    }

    private static String type(V value) {
        return switch (value.kind()) {
            case NIL -> "nil";
            case FALSE, TRUE -> "boolean";
            case NUMBER -> "number";
            case TEXT -> "string";
            case LIST, MAP, EXT -> "table";
        };
    }

    /** Tables are equal to themselves alone, and no box is equal to a double. */
    private static boolean comparable(List<V> values) {
        return values.stream().allMatch(value -> value.kind().compareTo(V.Kind.TEXT) <= 0 && !isBoxed(value));
    }

    private static boolean same(V x, V y) {
        boolean isNaN = x.content() instanceof Double v && v.isNaN();
        return !isNaN && x.equals(y);
    }

    private static boolean hasExactText(V value) {
        return value.kind().compareTo(V.Kind.TEXT) <= 0
                && (value.kind() != V.Kind.NUMBER
                        || value.isWhole() && value.whole().abs().bitLength() < 45);
    }

    private static V asText(V value) {
        return switch (value.kind()) {
            case NIL -> V.of("nil");
            case FALSE, TRUE -> V.of(value.kind() == V.Kind.TRUE ? "true" : "false");
            case NUMBER -> V.of(value.whole().toString());
            default -> touched(value);
        };
    }

    /** Several, or none when one would not be exact. */
    static List<LuaMeaning> several(Draw draw, Table table, int count) {
        List<LuaMeaning> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            random(draw, table).ifPresent(all::add);
        }
        return all;
    }
}
