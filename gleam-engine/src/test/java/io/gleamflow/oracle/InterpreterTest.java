package io.gleamflow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The interpreter itself, by examples out of the description of the language. */
class InterpreterTest {

    private static final V NAN = V.of(Double.NaN);

    private static V v(Object value) {
        if (value instanceof Integer whole) {
            return V.of(whole.longValue());
        }
        if (value instanceof Double number) {
            return V.of(number);
        }
        return value instanceof V v ? v : value.equals("nil") ? V.NIL : V.of((String) value);
    }

    private static List<V> row(Object... values) {
        return Arrays.stream(values).map(InterpreterTest::v).toList();
    }

    private static Table named(String names, List<?>... rows) {
        return Table.named(
                List.of(names.split(" ")),
                Stream.of(rows).map(row -> row(row.toArray())).toList());
    }

    private static Table ragged(List<?>... rows) {
        return Table.ragged(Stream.of(rows).map(row -> row(row.toArray())).toList());
    }

    private static void assertBytes(Table actual, Table expected) {
        assertThat(actual.names()).isEqualTo(expected.names());
        assertThat(new Expected.Exact(expected.rows()).mismatch(actual.rows())).isEmpty();
    }

    @Test
    void orderIsThatOfTheDescription() {
        List<V> ascending = List.of(
                V.NIL,
                V.of(false),
                V.of(true),
                V.of(Double.NEGATIVE_INFINITY),
                v(-1),
                v(0),
                V.of(1L << 53),
                V.of((1L << 53) + 1),
                V.of(Long.MAX_VALUE),
                V.of(0x1p63),
                V.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
                V.of(0x1p64),
                V.of(Double.POSITIVE_INFINITY),
                NAN,
                v(""),
                v("\0"),
                v("a"),
                v("ab"),
                V.text(new byte[] {(byte) 0xff}),
                V.list(List.of()),
                V.list(row("nil")),
                V.list(row(1)),
                V.list(row(1, 2)),
                V.list(row(2)),
                V.map(List.of()),
                V.map(row("a", 1)),
                V.map(row("b", 0, "a", 1)));
        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                assertThat(Integer.signum(ascending.get(i).compareTo(ascending.get(j))))
                        .as("%s and %s", ascending.get(i), ascending.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
        assertThat(v(1)).isEqualTo(v(1.0));
        assertThat(v(0)).isEqualTo(v(-0.0));
        assertThat(NAN).isEqualTo(v(Double.NaN));
        assertThat(V.map(row("a", 1, "b", 2))).isEqualTo(V.map(row("b", 2, "a", 1.0)));
    }

    @Test
    void framesReadBackWithTheirBytes() {
        List<List<V>> rows = List.of(
                row(1, 1.0, -0.0, "x", "nil", V.list(row(1, "nil")), V.map(row("a", V.map(List.of()))), V.of(true)),
                FramesFile.row(new byte[] {(byte) 0xcd, 0, 1, (byte) 0xc4, 1, 'a', (byte) 0xd4, 5, 9}));
        assertThat(new Expected.Exact(rows).mismatch(FramesFile.read(FramesFile.write(rows))))
                .isEmpty();
    }

    @Test
    void keysHaveTheFormOfTheirFirstRow() {
        Table in = named("k v", List.of(1.0, "a"), List.of(0, "b"), List.of(1, "c"), List.of(-0.0, "d"));
        assertBytes(KeyVerbs.countBy(in, List.of(0), "count"), named("k count", List.of(0, 2), List.of(1.0, 2)));
        assertBytes(KeyVerbs.distinct(in, List.of(0)), named("k v", List.of(0, "b"), List.of(1.0, "a")));
    }

    @Test
    void groupsHoldWholeRows() {
        Table in = named("k v", List.of("x", 1), List.of("nil", 2), List.of("x", 3));
        assertBytes(
                KeyVerbs.groupBy(in, List.of(0)),
                named(
                        "k rows",
                        List.of("nil", V.list(List.of(V.map(row("k", "nil", "v", 2))))),
                        List.of("x", V.list(List.of(V.map(row("k", "x", "v", 1)), V.map(row("k", "x", "v", 3)))))));
    }

    @Test
    void aggregatesSkipNilAndRoundOnce() {
        Table in = named("x", List.of("nil"), List.of(3), List.of(0.1), List.of(0.2));
        assertThat(of("sum", in)).isEqualTo(V.of(3.3));
        assertThat(of("avg", named("x", List.of(1), List.of(2)))).isEqualTo(V.of(1.5));
        assertThat(of("sum", named("x", List.of("nil")))).isEqualTo(v(0));
        assertThat(of("max", named("x", List.of("nil")))).isEqualTo(V.NIL);
        assertThat(of("sum", named("x", List.of(1e308), List.of(1e308), List.of(-1e308))))
                .isEqualTo(V.of(1e308));
        V most = V.of(Long.MAX_VALUE);
        assertThat(of("sum", Table.named(List.of("x"), List.of(List.of(most), List.of(most), List.of(most)))))
                .isEqualTo(V.of(0x1.8p64));
        assertThat(of("avg", named("x", List.of(0x1p53 + 2), List.of(0x1p53), List.of(Double.MIN_VALUE))))
                .isEqualTo(V.of(6_004_799_503_160_662L));
    }

    @Test
    void percentileIsTheSmallestValueWithEnoughBelow() {
        Table in = named("x", List.of(4), List.of(1), List.of("nil"), List.of(3), List.of(2));
        for (String[] each : new String[][] {{"0", "1"}, {"25", "1"}, {"26", "2"}, {"50", "2"}, {"99.9", "4"}}) {
            assertThat(new Aggregate("p", "percentile", OptionalInt.of(0), each[0]).of(in.rows()))
                    .isEqualTo(v(Integer.parseInt(each[1])));
        }
    }

    private static V of(String kind, Table in) {
        return new Aggregate("x", kind, OptionalInt.of(0), "").of(in.rows());
    }

    @Test
    void nilMatchesNothingInJoins() {
        Table left = named("k a", List.of("y", 1), List.of("nil", 2), List.of("x", 3));
        Table right = named("k b", List.of("nil", 4), List.of("x", 5), List.of("x", 6), List.of("z", 7));
        List<Integer> by = List.of(0);
        assertBytes(
                JoinVerbs.join(left, right, by, by, new JoinVerbs.Outer(false, false), ""),
                named("k a b", List.of("x", 3, 5), List.of("x", 3, 6)));
        assertBytes(
                JoinVerbs.join(left, right, by, by, new JoinVerbs.Outer(true, true), ""),
                named(
                        "k a b",
                        List.of("nil", 2, "nil"),
                        List.of("nil", "nil", 4),
                        List.of("x", 3, 5),
                        List.of("x", 3, 6),
                        List.of("y", 1, "nil"),
                        List.of("z", "nil", 7)));
        assertBytes(JoinVerbs.semi(left, right, by, by, true), named("k a", List.of("x", 3)));
        assertBytes(JoinVerbs.semi(left, right, by, by, false), named("k a", List.of("nil", 2), List.of("y", 1)));
        assertBytes(JoinVerbs.semi(left, left, List.of(), List.of(), false), named("k a"));
    }

    @Test
    void unnamedJoinsHaveTheKeyFirstAndFullWidth() {
        Table left = ragged(List.of(1, "x"), List.of(2));
        Table right = ragged(List.of("x", 8, 9), List.of("x"));
        assertBytes(
                JoinVerbs.join(left, right, List.of(1), List.of(0), new JoinVerbs.Outer(true, false), ""),
                ragged(List.of("nil", 2, "nil", "nil"), List.of("x", 1, 8, 9), List.of("x", 1, "nil", "nil")));
    }

    @Test
    void onePerKeyAfterTheOther() {
        Table in = named("k v", List.of("b", 1), List.of("a", 2), List.of("b", 3), List.of("b", 0));
        List<OrderVerbs.By> down = List.of(new OrderVerbs.By(1, true));
        assertBytes(
                OrderVerbs.top(in, 2, down, List.of(0)),
                named("k v", List.of("a", 2), List.of("b", 3), List.of("b", 1)));
        assertBytes(OrderVerbs.skip(in, 1, List.of(0)), named("k v", List.of("b", 3), List.of("b", 0)));
        assertBytes(
                OrderVerbs.roundRobin(in, 2),
                named("k v", List.of("b", 1), List.of("b", 3), List.of("a", 2), List.of("b", 0)));
    }

    @Test
    void samplesAndShardsThatAreWrongAreFound() {
        Table in = named("k", List.of(1), List.of(2), List.of(3));
        Expected two = new Expected.Sample(in, OptionalInt.of(2), List.of());
        assertThat(two.mismatch(List.of(row(1), row(3)))).isEmpty();
        assertThat(two.mismatch(List.of(row(3), row(1)))).isPresent();
        assertThat(two.mismatch(List.of(row(1)))).isPresent();
        Expected shards = new Expected.Shards(named("k v", List.of(1, 1), List.of(2, 2), List.of(1, 3)), List.of(0));
        assertThat(shards.mismatch(List.of(row(2, 2), row(1, 1), row(1, 3)))).isEmpty();
        assertThat(shards.mismatch(List.of(row(2, 2), row(1, 3), row(1, 1)))).isPresent();
        assertThat(shards.mismatch(List.of(row(1, 1), row(1, 3)))).isPresent();
    }

    @Test
    void flowsOfASeedAreTheSame() {
        for (long seed = 0; seed < 60; seed++) {
            RandomFlow flow = FlowMaker.make(seed, seed % 3 == 0);
            assertThat(FlowMaker.make(seed, seed % 3 == 0).yaml()).isEqualTo(flow.yaml());
            assertThat(FlowMaker.make(seed, seed % 3 == 0).expected().keySet())
                    .isEqualTo(flow.expected().keySet());
        }
    }
}
