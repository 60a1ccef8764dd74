package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.RandomRows;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.wire.ReferenceOrder;
import io.gleamflow.wire.RowBytes;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSorterDifferentialTest {

    /** Sorts by the first column, the second tells equal rows apart. */
    private static List<List<Value>> rows(long seed, int count) {
        List<List<Value>> rows = new ArrayList<>();
        RandomRows random = new RandomRows(seed);
        for (int i = 0; i < count; i++) {
            Value key = random.value(0);
            rows.add(List.of(key instanceof Value.Ext ? new Value.Nil() : key, new Value.Int(i)));
        }
        return rows;
    }

    /** The small memories make more spills than are merged at once. */
    @ParameterizedTest
    @CsvSource({"1,500,0", "2,30000,0", "3,3000,100000000", "4,0,0", "5,1,0", "6,50000,100000"})
    void rangesOfAllShardsTogetherAreTheStableSort(long seed, int count, long memory) throws IOException {
        MemorySpills spills = new MemorySpills();
        List<List<Value>> rows = rows(seed, count);
        List<SortedRun> runs = new ArrayList<>();
        Budget budget = Budget.of(memory);
        int shards = 3;
        for (int shard = 0; shard < shards; shard++) {
            RunSorter sorter = new RunSorter(new RowOrder(new int[] {0}, new boolean[] {false}), budget, spills, 5);
            RowBytes.feed(rows.subList(count * shard / shards, count * (shard + 1) / shards), sorter);
            assertThat(sorter.runs()).hasSizeLessThanOrEqualTo(5);
            runs.addAll(sorter.runs());
        }
        assertThat(merged(runs, 4)).isEqualTo(sorted(rows));
        assertThat(merged(runs, 1)).isEqualTo(sorted(rows));
        for (SortedRun run : runs) {
            run.close();
        }
        assertThat(spills.open()).isZero();
        assertThat(budget.taken()).isZero();
        assertThat(spills.created() > 16).isEqualTo(count > 10_000);
    }

    private static List<List<Value>> merged(List<SortedRun> runs, int ranges) throws IOException {
        List<byte[]> splitters = Splitters.of(runs, ranges);
        List<List<Value>> all = new ArrayList<>();
        for (int i = 0; i <= splitters.size(); i++) {
            byte[] from = i == 0 ? null : splitters.get(i - 1);
            byte[] to = i == splitters.size() ? null : splitters.get(i);
            RowBytes.Collected range = new RowBytes.Collected();
            into(MergedRuns.open(runs, from, to), range);
            all.addAll(range.rows());
        }
        return all;
    }

    private static void into(MergedRuns merged, RowSink sink) throws IOException {
        while (merged.next()) {
            RunReader row = merged.current();
            sink.row(row.bytes(), row.keyEnd(), row.rowEnd());
        }
        sink.end();
    }

    private static List<List<Value>> sorted(List<List<Value>> rows) {
        List<List<Value>> sorted = new ArrayList<>();
        rows.stream()
                .sorted(Comparator.comparing(row -> row.get(0), new ReferenceOrder()))
                .map(row -> RowBytes.of(row))
                .map(bytes -> ValueCodec.readRow(bytes, 0, bytes.length))
                .forEach(sorted::add);
        return sorted;
    }
}
