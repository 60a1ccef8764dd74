package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.wire.RowBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Group, cogroup, first, take, skip and samples, against plain peers. */
class OneKeyAfterTheOtherTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static List<List<Value>> out(List<List<Value>> rows, Function<RowSink, RowSink> operator) {
        RowBytes.Collected out = new RowBytes.Collected();
        RowSink sink = operator.apply(out);
        NastyRows.feed(rows, sink);
        sink.end();
        return out.rows();
    }

    private static Value list(List<List<Value>> rows, boolean named) {
        List<Value> items = new ArrayList<>();
        for (List<Value> row : rows) {
            Map<Value, Value> map = new LinkedHashMap<>();
            for (int i = 0; i < NAMES.size(); i++) {
                map.put(Value.Str.of(NAMES.get(i)), NastyRows.at(row, i));
            }
            items.add(named ? new Value.MapOf(map) : new Value.ListOf(row));
        }
        return new Value.ListOf(items);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void groupsAsAPlainPeerDoes(boolean named) {
        for (int i = 0; i < 30; i++) {
            int[] keys = i % 2 == 0 ? new int[] {0} : new int[] {1, 0};
            List<List<Value>> rows = NastyRows.sorted(new NastyRows(i).rows(i * 5, 3), keys);
            List<List<Value>> expected = new ArrayList<>();
            for (List<List<Value>> group : NastyRows.groups(rows, keys)) {
                List<Value> row = NastyRows.key(group.get(0), keys);
                row.add(list(group, named));
                expected.add(row);
            }
            assertThat(out(rows, next -> new Group(Heads.HEAD, keys, named ? NAMES : List.of(), 1 << 20, next)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cogroupsAsAPlainPeerDoes(boolean named) throws IOException {
        int[] key = {0};
        for (int i = 0; i < 30; i++) {
            List<List<Value>> left = new NastyRows(i).rows(i * 7 % 40, 3);
            List<List<Value>> right = new NastyRows(1000 + i).rows(i * 11 % 40, 3);
            List<List<Value>> both = new ArrayList<>(left);
            both.addAll(right);
            List<List<Value>> expected = new ArrayList<>();
            for (List<List<Value>> group : NastyRows.groups(NastyRows.sorted(both, key), key)) {
                List<Value> row = NastyRows.key(group.get(0), key);
                row.add(list(withKey(left, group.get(0)), named));
                row.add(list(withKey(right, group.get(0)), named));
                expected.add(row);
            }
            assertThat(cogroup(left, right, named ? NAMES : List.of(), 1 << 20)).isEqualTo(expected);
        }
    }

    private static List<List<Value>> withKey(List<List<Value>> rows, List<Value> like) {
        return rows.stream()
                .filter(row -> NastyRows.order(0).compare(row, like) == 0)
                .toList();
    }

    private static List<List<Value>> cogroup(
            List<List<Value>> left, List<List<Value>> right, List<String> names, long longest) throws IOException {
        int[] key = {0};
        RowBytes.Collected out = new RowBytes.Collected();
        try (RunSorter a = new RunSorter(NastyRows.by(key), Budget.of(0), new MemorySpills());
                RunSorter b = new RunSorter(NastyRows.by(key), Budget.of(0), new MemorySpills());
                CoGroup cogroup = new CoGroup(Heads.HEAD, key, names, key, names, longest, out)) {
            NastyRows.feed(left, a);
            NastyRows.feed(right, b);
            a.end();
            b.end();
            cogroup.run(MergedRuns.open(a.runs(), null, null), MergedRuns.open(b.runs(), null, null));
        }
        return out.rows();
    }

    @Test
    void aGroupIsNoLongerThanARow() {
        List<List<Value>> rows = Collections.nCopies(20, List.of(new Value.Int(1), Value.Str.of("x".repeat(100))));
        String message = "the rows of one key need more than 2000 bytes in one row; raise `memory:`";
        assertThatThrownBy(() -> out(rows, next -> new Group(Heads.HEAD, new int[] {0}, List.of(), 2000, next)))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> cogroup(rows.subList(0, 10), rows.subList(0, 10), List.of(), 2000))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(message);
        assertThat(cogroup10()).hasSize(1);
    }

    private static List<List<Value>> cogroup10() {
        List<List<Value>> rows = Collections.nCopies(9, List.of(new Value.Int(1), Value.Str.of("x".repeat(100))));
        return out(rows, next -> new Group(Heads.HEAD, new int[] {0}, List.of(), 2000, next));
    }

    @Test
    void firstTakeAndSkipStartAfreshForEachKey() {
        for (int i = 0; i < 40; i++) {
            int[] keys = List.of(new int[] {0}, new int[] {1, 0}, new int[] {}).get(i % 3);
            List<List<Value>> rows = NastyRows.sorted(new NastyRows(i).rows(i * 4, 2), keys);
            List<List<List<Value>>> groups = NastyRows.groups(rows, keys);
            assertThat(out(rows, next -> new FirstOfKey(keys, next)))
                    .isEqualTo(groups.stream().map(group -> group.get(0)).toList());
            if (keys.length == 0) {
                groups = rows.isEmpty() ? List.of() : List.of(rows);
            }
            assertThat(out(rows, next -> new TakeOfKey(keys, 2, next)))
                    .isEqualTo(groups.stream()
                            .flatMap(group -> group.stream().limit(2))
                            .toList());
            assertThat(out(rows, next -> new SkipOfKey(keys, 2, next)))
                    .isEqualTo(groups.stream()
                            .flatMap(group -> group.stream().skip(2))
                            .toList());
        }
    }

    @Test
    void drawsAreTheNumbersOfSplitMix64() {
        // the first numbers of the published generator for the seed 1234567
        List<List<Value>> rows = Collections.nCopies(3, List.of(new Value.Nil()));
        assertThat(out(rows, next -> new Draw(1234567, new int[] {}, next)))
                .extracting(row -> row.get(0))
                .containsExactly(
                        new Value.Int(6457827717110365317L >>> 1),
                        new Value.Int(3203168211198807973L >>> 1),
                        new Value.Int(Long.parseUnsignedLong("9817491932198370423") >>> 1));
    }

    @Test
    void drawsCountAfreshForEachKeyAndDifferBetweenKeys() {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(List.of(new Value.Int(i / 10), new Value.Int(i)));
        }
        List<List<Value>> drawn = out(rows, next -> new Draw(7, new int[] {0}, next));
        assertThat(drawn).extracting(row -> row.get(1)).startsWith(new Value.Int(0), new Value.Int(1));
        assertThat(drawn.get(10).get(1)).isEqualTo(new Value.Int(0));
        assertThat(drawn.stream().map(row -> row.get(0)).distinct().count()).isEqualTo(100);
    }

    @Test
    void aShareIsAboutAsLargeAsAskedFor() {
        List<List<Value>> rows = Collections.nCopies(20_000, List.of(new Value.Int(1)));
        assertThat(out(rows, next -> new SampleShare(0, 1, new int[] {}, next))).isEmpty();
        assertThat(out(rows, next -> new SampleShare(1, 1, new int[] {}, next))).hasSize(20_000);
        assertThat(out(rows, next -> new SampleShare(0.1, 1, new int[] {0}, next))
                        .size())
                .isBetween(1_850, 2_150);
    }
}
