package io.gleamflow.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * An entry of {@code reduce: {name: kind(column, percent)}}.
 *
 * @param column whose values it is about; empty for {@code count()}
 */
record Aggregate(String name, String kind, OptionalInt column, String percent) {

    /** Whole numbers from here to there have 64 bits, with or without a sign. */
    private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** Enough for a quotient of any sum of doubles to be told from the middle of two doubles. */
    private static final MathContext DOWN = new MathContext(1200, RoundingMode.DOWN);

    static Table reduce(Table in, List<Integer> keys, List<Aggregate> entries) {
        List<List<V>> rows = new ArrayList<>();
        if (keys.isEmpty()) {
            rows.add(entries.stream().map(entry -> entry.of(in.rows())).toList());
        } else {
            in.byKey(keys)
                    .forEach((key, group) -> rows.add(Table.joined(
                            key, entries.stream().map(entry -> entry.of(group)).toList())));
        }
        String[] names = entries.stream().map(Aggregate::name).toArray(String[]::new);
        return Table.named(KeyVerbs.names(in, keys, names), rows);
    }

    V of(List<List<V>> rows) {
        if (column.isEmpty()) {
            return V.of(rows.size());
        }
        List<V> values = rows.stream()
                .map(row -> Table.cell(row, column.getAsInt()))
                .filter(value -> !value.isNil())
                .toList();
        return switch (kind) {
            case "count" -> V.of(values.stream().filter(V::isTrue).count());
            case "countDistinct" -> V.of(new TreeSet<>(values).size());
            case "sum" -> sum(values);
            default -> values.isEmpty() ? V.NIL : ofSome(values);
        };
    }

    private V ofSome(List<V> values) {
        return switch (kind) {
            case "collect" -> V.list(values);
            case "first" -> values.get(0);
            case "last" -> values.get(values.size() - 1);
            // the first of equal ones, as in percentile
            case "min" -> values.stream().sorted().findFirst().orElseThrow();
            case "max" ->
                values.stream().reduce((x, y) -> y.compareTo(x) > 0 ? y : x).orElseThrow();
            case "avg" -> number(average(values));
            case "percentile" -> values.stream().sorted().toList().get(rank(values.size()) - 1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** The least r with r / n at or above the percentage. */
    private int rank(int n) {
        BigDecimal rank =
                new BigDecimal(percent).multiply(BigDecimal.valueOf(n)).movePointLeft(2);
        return Math.max(1, rank.setScale(0, RoundingMode.CEILING).intValueExact());
    }

    private static V sum(List<V> values) {
        BigInteger whole = values.stream().filter(V::isWhole).map(V::whole).reduce(BigInteger.ZERO, BigInteger::add);
        if (values.stream().allMatch(V::isWhole) && whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0) {
            return V.of(whole);
        }
        double special = special(values);
        return number(special == 0 ? exact(values).doubleValue() : special);
    }

    /** As Lua would give it: whole where it can be. */
    private static V number(double v) {
        return LuaMeaning.touched(V.of(v));
    }

    private static double average(List<V> values) {
        double special = special(values);
        if (special != 0) {
            return special;
        }
        BigDecimal sum = exact(values);
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal down = sum.divide(count, DOWN);
        // what is cut off counts as a last digit, so that the next rounding does not take the rest for a middle
        BigDecimal rest = down.multiply(count).compareTo(sum) == 0
                ? BigDecimal.ZERO
                : down.ulp().movePointLeft(1).multiply(BigDecimal.valueOf(sum.signum()));
        return down.add(rest).doubleValue();
    }

    private static BigDecimal exact(List<V> values) {
        return values.stream().map(value -> V.exact(value.content())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What infinities and NaN come to, or 0 when there are none. */
    private static double special(List<V> values) {
        return values.stream()
                .mapToDouble(value -> ((Number) value.content()).doubleValue())
                .filter(value -> !Double.isFinite(value))
                .reduce(0, Double::sum);
    }
}
