package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.JoinStep;
import io.gleamflow.row.Value;
import io.gleamflow.wire.RowBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeJoinDifferentialTest {

    /** Which columns are keys, for each side, and how the rows look. */
    private record Shape(int[] left, int[] right, boolean keysFirst, boolean nilMatches) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(new int[] {0}, new int[] {0}, false, false),
            new Shape(new int[] {0}, new int[] {1}, true, false),
            new Shape(new int[] {0, 1}, new int[] {1, 0}, false, false),
            new Shape(new int[] {1, 0}, new int[] {0, 1}, true, true),
            new Shape(new int[] {0}, new int[] {0}, false, true));

    @ParameterizedTest
    @EnumSource(JoinStep.Kind.class)
    void joinsAsALoopInALoopDoes(JoinStep.Kind kind) throws IOException {
        int[][] sizes = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {30, 200}, {200, 30}, {3, 900}};
        for (int i = 0; i < sizes.length * SHAPES.size() * 2; i++) {
            NastyRows random = new NastyRows(i);
            int[] size = sizes[i % sizes.length];
            List<List<Value>> left = random.rows(size[0], 3);
            List<List<Value>> right = random.rows(size[1], 4);
            Shape shape = SHAPES.get(i % SHAPES.size());
            long memory = new long[] {0, 100_000, 100_000_000}[i % 3];
            assertThat(joined(kind, shape, left, right, memory))
                    .as("case %d", i)
                    .isEqualTo(expected(kind, shape, left, right));
        }
    }

    private static List<List<Value>> joined(
            JoinStep.Kind kind, Shape shape, List<List<Value>> left, List<List<Value>> right, long memory)
            throws IOException {
        MemorySpills spills = new MemorySpills();
        Budget budget = Budget.of(memory);
        RowBytes.Collected out = new RowBytes.Collected();
        try (RunSorter a = new RunSorter(NastyRows.by(shape.left), budget, spills);
                RunSorter b = new RunSorter(NastyRows.by(shape.right), budget, spills);
                MergeJoin join = new MergeJoin(
                        Heads.HEAD,
                        kind,
                        new JoinSide(shape.left, 3),
                        new JoinSide(shape.right, 4),
                        shape.keysFirst,
                        shape.nilMatches,
                        budget,
                        spills,
                        out)) {
            NastyRows.feed(left, a);
            NastyRows.feed(right, b);
            a.end();
            b.end();
            join.run(MergedRuns.open(a.runs(), null, null), MergedRuns.open(b.runs(), null, null));
        }
        assertThat(budget.taken()).isZero();
        assertThat(spills.open()).isZero();
        return out.rows();
    }

    private static List<List<Value>> expected(
            JoinStep.Kind kind, Shape shape, List<List<Value>> left, List<List<Value>> right) {
        List<List<Value>> rows = new ArrayList<>();
        List<List<Value>> keys = new ArrayList<>();
        left.forEach(row -> keys.add(NastyRows.key(row, shape.left)));
        right.forEach(row -> keys.add(NastyRows.key(row, shape.right)));
        Comparator<List<Value>> order = NastyRows.order();
        for (List<List<Value>> same : NastyRows.groups(NastyRows.sorted(keys))) {
            List<Value> key = same.get(0);
            List<List<Value>> lefts = left.stream()
                    .filter(row -> order.compare(NastyRows.key(row, shape.left), key) == 0)
                    .toList();
            List<List<Value>> rights = right.stream()
                    .filter(row -> order.compare(NastyRows.key(row, shape.right), key) == 0)
                    .toList();
            boolean comparable = shape.nilMatches || !key.contains(new Value.Nil());
            boolean matched = comparable && !lefts.isEmpty() && !rights.isEmpty();
            boolean all = kind == JoinStep.Kind.FULL;
            for (List<Value> row : lefts) {
                if (kind == JoinStep.Kind.SEMI || kind == JoinStep.Kind.ANTI) {
                    if (matched == (kind == JoinStep.Kind.SEMI)) {
                        rows.add(row);
                    }
                } else if (matched) {
                    rights.forEach(other -> rows.add(row(shape, row, other)));
                } else if (all || kind == JoinStep.Kind.LEFT) {
                    rows.add(row(shape, row, null));
                }
            }
            if (!matched && (all || kind == JoinStep.Kind.RIGHT)) {
                rights.forEach(row -> rows.add(row(shape, null, row)));
            }
        }
        return rows;
    }

    private static List<Value> row(Shape shape, @Nullable List<Value> left, @Nullable List<Value> right) {
        List<Value> leftKey = new ArrayList<>();
        for (int i = 0; i < shape.left.length; i++) {
            leftKey.add(
                    left == null
                            ? NastyRows.at(Objects.requireNonNull(right), shape.right[i])
                            : NastyRows.at(left, shape.left[i]));
        }
        List<Value> row = new ArrayList<>(shape.keysFirst ? leftKey : List.of());
        for (int i = 0; i < 3; i++) {
            int key = indexOf(shape.left, i);
            if (key < 0) {
                row.add(left == null ? new Value.Nil() : NastyRows.at(left, i));
            } else if (!shape.keysFirst) {
                row.add(leftKey.get(key));
            }
        }
        for (int i = 0; i < 4; i++) {
            if (indexOf(shape.right, i) < 0) {
                row.add(right == null ? new Value.Nil() : NastyRows.at(right, i));
            }
        }
        return row;
    }

    private static int indexOf(int[] keys, int column) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == column) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @EnumSource(
            value = JoinStep.Kind.class,
            names = {"INNER", "LEFT", "RIGHT", "FULL"})
    void refusesRowsWithMoreColumnsThanTheirSide(JoinStep.Kind kind) {
        List<List<Value>> wide = List.of(
                List.of(new Value.Int(1), new Value.Int(2), new Value.Int(3), new Value.Int(4), new Value.Int(5)));
        assertThatThrownBy(() -> joined(kind, SHAPES.get(0), wide, wide, 0))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("5 columns");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void wholeRowsAreComparedWithTheirNils(long seed) throws IOException {
        List<List<Value>> left = new NastyRows(seed).rows(200, 2);
        List<List<Value>> right = new NastyRows(seed + 100).rows(200, 2);
        Shape whole = new Shape(new int[] {}, new int[] {}, false, true);
        List<List<Value>> with = new ArrayList<>();
        List<List<Value>> without = new ArrayList<>();
        for (List<Value> row : NastyRows.sorted(left)) {
            boolean found = right.stream().anyMatch(other -> NastyRows.order().compare(row, other) == 0);
            (found ? with : without).add(row);
        }
        assertThat(with).isNotEmpty();
        assertThat(joined(JoinStep.Kind.SEMI, whole, left, right, 0)).isEqualTo(with);
        assertThat(joined(JoinStep.Kind.ANTI, whole, left, right, 0)).isEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource(JoinStep.Kind.class)
    void aKeyThatNoRowHasIsNil(JoinStep.Kind kind) throws IOException {
        List<List<Value>> narrow = List.of(List.of(new Value.Int(1)));
        Shape shape = new Shape(new int[] {2}, new int[] {3}, true, false);
        assertThat(joined(kind, shape, narrow, narrow, 0)).isEqualTo(expected(kind, shape, narrow, narrow));
        assertThat(new JoinSide(new int[] {3}, 0).width()).isEqualTo(4);
    }
}
