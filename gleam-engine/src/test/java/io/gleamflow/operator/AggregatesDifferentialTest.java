package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.wire.ReferenceOrder;
import io.gleamflow.wire.RowBytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatesDifferentialTest {

    private static final long LONGEST = 1 << 20;

    static AggregateOf of(AggregateKind kind, int column) {
        return new AggregateOf(kind, OptionalInt.of(column), 0, "column " + (column + 1));
    }

    private static AggregateOf percentile(double percent) {
        return new AggregateOf(AggregateKind.PERCENTILE, OptionalInt.of(2), percent, "column 3");
    }

    static final List<AggregateOf> MERGEABLE = List.of(
            new AggregateOf(AggregateKind.COUNT, OptionalInt.empty(), 0, "rows"),
            of(AggregateKind.COUNT, 2),
            of(AggregateKind.MIN, 2),
            of(AggregateKind.MAX, 2),
            of(AggregateKind.FIRST, 2),
            of(AggregateKind.LAST, 2),
            of(AggregateKind.SUM, 3),
            of(AggregateKind.AVG, 3));

    static final List<AggregateOf> ALL = all();

    private static List<AggregateOf> all() {
        List<AggregateOf> all = new ArrayList<>(MERGEABLE);
        all.add(of(AggregateKind.COUNT_DISTINCT, 2));
        all.add(of(AggregateKind.COLLECT, 2));
        for (double percent : new double[] {0, 0.1, 50, 95, 99.9, 100}) {
            all.add(percentile(percent));
        }
        return all;
    }

    /** Two key columns, a column of anything, and one of whole numbers, so that a peer can add them up. */
    static List<List<Value>> rows(long seed, int count) {
        Random random = new Random(seed);
        List<List<Value>> rows = new ArrayList<>();
        for (List<Value> row : new NastyRows(seed).rows(count, 3)) {
            List<Value> wider = new ArrayList<>(row);
            if (row.size() == 3) {
                boolean nil = random.nextInt(5) == 0;
                wider.add(nil ? new Value.Nil() : new Value.Int(random.nextLong() >> random.nextInt(64)));
            }
            rows.add(wider);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void agreesWithAPlainPeer(int keys) throws IOException {
        for (int i = 0; i < 60; i++) {
            List<List<Value>> rows = rows(i, new int[] {0, 1, 7, 300, 3000}[i % 5]);
            Budget budget = Budget.of(new long[] {0, 200_000, 1L << 30}[i % 3]);
            MemorySpills spills = new MemorySpills();
            RowBytes.Collected out = new RowBytes.Collected();
            AggregateRows aggregate =
                    new AggregateRows(Heads.HEAD, keys, ALL, LONGEST, budget, spills, new Copied(out));
            NastyRows.feed(NastyRows.sorted(rows, columns(keys)), aggregate);
            aggregate.end();
            assertThat(out.rows()).as("case %d", i).isEqualTo(expected(rows, keys, ALL));
            assertThat(budget.taken()).isZero();
            assertThat(spills.open()).isZero();
        }
    }

    /** Hands rows on as arrays of their own, so that nobody sees bytes beyond them. */
    private record Copied(RowSink next) implements RowSink {
        @Override
        public void row(byte[] bytes, int start, int end) {
            byte[] row = Arrays.copyOfRange(bytes, start, end);
            next.row(row, 0, row.length);
        }

        @Override
        public void end() {
            next.end();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void halvesGiveTheSameRowsWhereverTheInputIsCut(int keys) throws IOException {
        for (int i = 0; i < 60; i++) {
            List<List<Value>> rows = rows(1000 + i, new int[] {0, 1, 7, 300, 3000}[i % 5]);
            Random random = new Random(i);
            MemorySpills spills = new MemorySpills();
            Budget budget = Budget.of(0);
            RowBytes.Collected out = new RowBytes.Collected();
            try (RunSorter sorter = new RunSorter(NastyRows.by(columns(keys)), budget, spills)) {
                int from = 0;
                while (from < rows.size()) {
                    int to = Math.min(rows.size(), from + 1 + random.nextInt(rows.size()));
                    PartialAggregate part = new PartialAggregate(
                            Heads.HEAD,
                            AggregateRows.firstColumns(keys),
                            MERGEABLE,
                            new long[] {1, 5_000, 1 << 20}[i % 3],
                            rows(sorter));
                    NastyRows.feed(rows.subList(from, to), part);
                    part.end();
                    from = to;
                }
                sorter.end();
                FinalAggregate last = new FinalAggregate(Heads.HEAD, keys, MERGEABLE, out);
                MergedRuns merged = MergedRuns.open(sorter.runs(), null, null);
                while (merged.next()) {
                    last.row(
                            merged.current().bytes(),
                            merged.current().keyEnd(),
                            merged.current().rowEnd());
                }
                last.end();
            }
            assertThat(out.rows()).as("case %d", i).isEqualTo(expected(rows, keys, MERGEABLE));
        }
    }

    /** Rows for a sorter that is not to end yet; without key columns all have one key. */
    private static RowSink rows(RunSorter sorter) {
        return new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                sorter.row(bytes, start, end);
            }

            @Override
            public void end() {}
        };
    }

    private static int[] columns(int keys) {
        return keys == 0 ? new int[] {9} : AggregateRows.firstColumns(keys);
    }

    private static List<List<Value>> expected(List<List<Value>> rows, int keys, List<AggregateOf> aggregates) {
        List<List<List<Value>>> groups = NastyRows.groups(NastyRows.sorted(rows, columns(keys)), columns(keys));
        if (keys == 0 && groups.isEmpty()) {
            groups = List.of(List.of());
        }
        List<List<Value>> expected = new ArrayList<>();
        for (List<List<Value>> group : groups) {
            List<Value> row = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                row.add(NastyRows.at(group.get(0), i));
            }
            aggregates.forEach(each -> row.add(expected(group, each)));
            expected.add(row);
        }
        return expected;
    }

    private static Value expected(List<List<Value>> group, AggregateOf of) {
        List<Value> values = new ArrayList<>();
        for (List<Value> row : group) {
            Value value = of.column().isEmpty()
                    ? new Value.Bool(true)
                    : NastyRows.at(row, of.column().getAsInt());
            if (!(value instanceof Value.Nil)) {
                values.add(value);
            }
        }
        List<Value> sorted = values.stream().sorted(new ReferenceOrder()).toList();
        int size = values.size();
        return switch (of.kind()) {
            case COUNT ->
                new Value.Int(values.stream()
                        .filter(each -> !each.equals(new Value.Bool(false)))
                        .count());
            case COUNT_DISTINCT -> new Value.Int(different(sorted));
            case SUM -> whole(sum(values));
            default ->
                size == 0
                        ? new Value.Nil()
                        : switch (of.kind()) {
                            case MIN -> sorted.get(0);
                            case MAX ->
                                values.stream()
                                        .sorted(new ReferenceOrder().reversed())
                                        .findFirst()
                                        .orElseThrow();
                            case FIRST -> values.get(0);
                            case LAST -> values.get(size - 1);
                            case AVG -> real(sum(values), size);
                            case COLLECT -> new Value.ListOf(values);
                            default -> sorted.get((int) Math.max(0, rank(of.percent(), size) - 1));
                        };
        };
    }

    /** Per thousand, so that it is exact. */
    private static long rank(double percent, long size) {
        long perThousand = Math.round(percent * 10);
        return (perThousand * size + 999) / 1000;
    }

    private static long different(List<Value> sorted) {
        Comparator<Value> order = new ReferenceOrder();
        long different = 0;
        for (int i = 0; i < sorted.size(); i++) {
            different += i == 0 || order.compare(sorted.get(i - 1), sorted.get(i)) != 0 ? 1 : 0;
        }
        return different;
    }

    private static BigInteger sum(List<Value> values) {
        return values.stream()
                .map(each -> BigInteger.valueOf(((Value.Int) each).value()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Value whole(BigInteger sum) {
        if (sum.bitLength() < Long.SIZE) {
            return new Value.Int(sum.longValue());
        }
        return sum.signum() > 0 && sum.bitLength() == Long.SIZE ? new Value.BigInt(sum) : real(sum, 1);
    }

    private static Value real(BigInteger sum, int count) {
        double v = NearestDouble.of(sum, BigInteger.valueOf(count), 0);
        boolean whole = v == Math.rint(v) && Math.abs(v) <= 1L << 53;
        return whole ? new Value.Int((long) v) : new Value.Real(v);
    }

    @Test
    void textIsNoNumber() {
        List<List<Value>> rows = List.of(List.of(Value.Str.of("k"), Value.Str.of("12")));
        for (AggregateKind kind : List.of(AggregateKind.SUM, AggregateKind.AVG)) {
            AggregateOf price = new AggregateOf(kind, OptionalInt.of(1), 0, "column `price`");
            AggregateRows aggregate = new AggregateRows(
                    Heads.HEAD, 1, List.of(price), LONGEST, Budget.of(0), new MemorySpills(), new RowBytes.Collected());
            assertThatThrownBy(() -> NastyRows.feed(rows, aggregate))
                    .isInstanceOf(StepFailedException.class)
                    .hasMessage(
                            "`" + kind.name().toLowerCase(Locale.ROOT) + "` takes numbers, but column `price` is `12`");
        }
    }

    @Test
    void collectsNoMoreThanOneRowHolds() {
        AggregateRows aggregate = new AggregateRows(
                Heads.HEAD,
                1,
                List.of(of(AggregateKind.COLLECT, 1)),
                1000,
                Budget.of(0),
                new MemorySpills(),
                new RowBytes.Collected());
        List<Value> row = List.of(new Value.Int(1), Value.Str.of("x".repeat(100)));
        NastyRows.feed(Collections.nCopies(9, row), aggregate);
        assertThatThrownBy(() -> NastyRows.feed(List.of(row), aggregate))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("more than 1000 bytes")
                .hasMessageContaining("`memory:`");
    }
}
