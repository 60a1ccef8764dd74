package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.JoinStep;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to an operator, once it is closed it holds neither memory nor spills. */
class NothingIsForgottenTest {

    private static final int[] KEY = {0};
    private static final long LONGEST = 1 << 20;

    /** Makes an operator that hands its rows to a sink. */
    private interface Making {
        Operator make(Budget budget, SpillStore store, RowSink next);
    }

    private record Operators(String name, Making making) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operators> operators() {
        Map<String, Making> all = new LinkedHashMap<>();
        all.put("sort", SortAndMerge::new);
        for (JoinStep.Kind kind : JoinStep.Kind.values()) {
            all.put("join " + kind, (budget, store, next) -> new BothSides(budget, store) {
                private final MergeJoin join = new MergeJoin(
                        Heads.HEAD,
                        kind,
                        new JoinSide(KEY, 4),
                        new JoinSide(KEY, 4),
                        false,
                        false,
                        budget,
                        store,
                        next);

                @Override
                void run(MergedRuns left, MergedRuns right) throws IOException {
                    join.run(left, right);
                }

                @Override
                void closeLast() {
                    join.close();
                }
            });
        }
        all.put("cogroup", (budget, store, next) -> new BothSides(budget, store) {
            private final CoGroup cogroup =
                    new CoGroup(Heads.HEAD, KEY, List.of(), KEY, List.of("a", "b", "c", "d"), LONGEST, next);

            @Override
            void run(MergedRuns left, MergedRuns right) throws IOException {
                cogroup.run(left, right);
            }

            @Override
            void closeLast() {
                cogroup.close();
            }
        });
        all.put("group", (b, s, next) -> new Group(Heads.HEAD, KEY, List.of(), LONGEST, next));
        all.put("first", (b, s, next) -> new FirstOfKey(KEY, next));
        all.put("take", (b, s, next) -> new TakeOfKey(KEY, 2, next));
        all.put("skip", (b, s, next) -> new SkipOfKey(KEY, 2, next));
        all.put("draw", (b, s, next) -> new Draw(1, KEY, next));
        all.put("share", (b, s, next) -> new SampleShare(0.5, 1, KEY, next));
        List<AggregateOf> aggregates = AggregatesDifferentialTest.ALL;
        all.put("aggregate", (b, s, next) -> new AggregateRows(Heads.HEAD, 1, aggregates, LONGEST, b, s, next));
        all.put("aggregate of all", (b, s, next) -> new AggregateRows(Heads.HEAD, 0, aggregates, LONGEST, b, s, next));
        List<AggregateOf> mergeable = AggregatesDifferentialTest.MERGEABLE;
        all.put("two halves", (b, s, next) -> {
            FinalAggregate last = new FinalAggregate(Heads.HEAD, 1, mergeable, next);
            return new PartialAggregate(Heads.HEAD, KEY, mergeable, 1 << 20, last);
        });
        all.put("two halves, the first handed on again and again", (b, s, next) -> {
            FinalAggregate last = new FinalAggregate(Heads.HEAD, 1, mergeable, next);
            return new PartialAggregate(Heads.HEAD, KEY, mergeable, 1, last);
        });
        all.put("count", (b, s, next) -> new PartialCount(KEY, 1, new FinalCount(1, next)));
        all.put("select", (b, s, next) -> new Select(Heads.HEAD, KEY, next));
        all.put("pick", (b, s, next) -> new Pick(KEY, next));
        all.put("front", (b, s, next) -> new Front(Heads.HEAD, KEY, next));
        all.put("drop", (b, s, next) -> new Drop(Heads.HEAD, KEY, next));
        all.put("strip", (b, s, next) -> new Draw(1, KEY, new Strip(2, next)));
        all.put("convert", (b, s, next) -> new Convert(Heads.HEAD, Map.of(), next));
        all.put("sort behind aggregate", (b, s, next) -> {
            return new AggregateRows(Heads.HEAD, 1, aggregates, LONGEST, b, s, new SortAndMerge(b, s, next));
        });
        return all.entrySet().stream().map(each -> new Operators(each.getKey(), each.getValue()));
    }

    /** Sorts and hands on at the end. */
    private static final class SortAndMerge implements Operator {
        private final RunSorter sorter;
        private final RowSink next;

        SortAndMerge(Budget budget, SpillStore store, RowSink next) {
            this.sorter = new RunSorter(NastyRows.by(KEY), budget, store);
            this.next = next;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            sorter.row(bytes, start, end);
        }

        @Override
        public void end() {
            sorter.end();
            try {
                MergedRuns merged = MergedRuns.open(sorter.runs(), null, null);
                while (merged.next()) {
                    RunReader row = merged.current();
                    next.row(row.bytes(), row.keyEnd(), row.rowEnd());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sorter.close();
            next.end();
        }

        @Override
        public void close() {
            sorter.close();
            Operator.close(next);
        }
    }

    /** Rows go left and right in turn. */
    private abstract static class BothSides implements Operator {
        private final RunSorter left;
        private final RunSorter right;
        private boolean isRight;

        BothSides(Budget budget, SpillStore store) {
            left = new RunSorter(NastyRows.by(KEY), budget, store);
            right = new RunSorter(NastyRows.by(KEY), budget, store);
        }

        abstract void run(MergedRuns left, MergedRuns right) throws IOException;

        abstract void closeLast();

        @Override
        public void row(byte[] bytes, int start, int end) {
            (isRight ? right : left).row(bytes, start, end);
            isRight = !isRight;
        }

        @Override
        public void end() {
            left.end();
            right.end();
            try {
                run(MergedRuns.open(left.runs(), null, null), MergedRuns.open(right.runs(), null, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            left.close();
            right.close();
        }

        @Override
        public void close() {
            left.close();
            right.close();
            closeLast();
        }
    }

    /** Fails at a row. */
    private static final class Failing implements RowSink {
        private int left;
        private int rows;
        private boolean ended;

        Failing(int left) {
            this.left = left;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            if (left-- == 0) {
                throw new IllegalStateException("downstream fails");
            }
            rows++;
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private static List<List<Value>> rows(int count) {
        return NastyRows.sorted(AggregatesDifferentialTest.rows(count, count), KEY);
    }

    private static final long[] BUDGETS = {0, 100_000, 1L << 30};
    private static final int[] COUNTS = {0, 1, 2, 2500};

    /** The rows in the order given are sorted, so equal keys stand together; the sorts find the large inputs large. */
    @ParameterizedTest
    @MethodSource("operators")
    void holdsNothingWhenAllWentWell(Operators operators) {
        for (int count : COUNTS) {
            List<Integer> handedOn = new ArrayList<>();
            for (long memory : BUDGETS) {
                Budget budget = Budget.of(memory);
                MemorySpills spills = new MemorySpills();
                Failing out = new Failing(-1);
                Operator operator = operators.making.make(budget, spills, out);
                NastyRows.feed(rows(count), operator);
                operator.end();
                assertThat(budget.taken()).isZero();
                assertThat(spills.open()).isZero();
                assertThat(out.ended).isTrue();
                handedOn.add(out.rows);
                operator.close();
                operator.close();
                assertThat(budget.taken()).isZero();
            }
            assertThat(handedOn).containsOnly(handedOn.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void holdsNothingWhenWhatIsBehindFails(Operators operators) {
        for (long memory : BUDGETS) {
            for (int fails : new int[] {0, 1, 5}) {
                Budget budget = Budget.of(memory);
                MemorySpills spills = new MemorySpills();
                Failing out = new Failing(fails);
                Operator operator = operators.making.make(budget, spills, out);
                try {
                    NastyRows.feed(rows(2500), operator);
                    operator.end();
                    assertThat(out.rows).isLessThanOrEqualTo(fails);
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessage("downstream fails");
                }
                closedTwice(operator, budget, spills);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void holdsNothingWhenTheInputBreaksOff(Operators operators) {
        for (int count : COUNTS) {
            for (long memory : BUDGETS) {
                Budget budget = Budget.of(memory);
                MemorySpills spills = new MemorySpills();
                Operator operator = operators.making.make(budget, spills, new Failing(-1));
                NastyRows.feed(rows(count), operator);
                byte[] malformed = {(byte) 0x92, 1};
                if (!operators.name.contains("of all")) {
                    try {
                        operator.row(malformed, 0, malformed.length);
                    } catch (MalformedRowException expected) {
                        assertThat(expected).hasMessageContaining("cut short");
                    }
                }
                closedTwice(operator, budget, spills);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void holdsNothingWhenTheDiskIsFull(Operators operators) {
        for (int writes = 0; writes < 40; writes++) {
            Budget budget = Budget.of(writes % 2 * 50_000L);
            MemorySpills spills = MemorySpills.failingAfter(writes);
            Operator operator = operators.making.make(budget, spills, new Failing(-1));
            try {
                NastyRows.feed(rows(2500), operator);
                operator.end();
            } catch (UncheckedIOException expected) {
                assertThat(expected).hasMessageContaining("no space left");
            }
            closedTwice(operator, budget, spills);
        }
    }

    private static void closedTwice(Operator operator, Budget budget, MemorySpills spills) {
        operator.close();
        assertThat(budget.taken()).isZero();
        assertThat(spills.open()).isZero();
        operator.close();
        assertThat(budget.taken()).isZero();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void closesTheOperatorBehind(Operators operators) {
        List<String> closed = new ArrayList<>();
        Operator behind = new Operator() {
            @Override
            public void row(byte[] bytes, int start, int end) {}

            @Override
            public void end() {}

            @Override
            public void close() {
                closed.add("closed");
            }
        };
        operators.making.make(Budget.of(0), new MemorySpills(), behind).close();
        assertThat(closed).containsExactly("closed");
        assertThatThrownBy(() -> Budget.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
