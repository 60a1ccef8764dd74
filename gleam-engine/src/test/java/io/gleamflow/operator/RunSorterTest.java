package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSorterTest {

    /** Counts what is written. */
    private static final class CountedSpills implements SpillStore {
        private final MemorySpills spills = new MemorySpills();
        private long bytes;
        private long writes;

        @Override
        public Spill create() {
            Spill spill = spills.create();
            return new Spill() {
                @Override
                public void write(byte[] from, int start, int length) throws IOException {
                    bytes += length;
                    writes++;
                    spill.write(from, start, length);
                }

                @Override
                public long length() {
                    return spill.length();
                }

                @Override
                public int read(long position, byte[] into, int start, int length) throws IOException {
                    return spill.read(position, into, start, length);
                }

                @Override
                public void close() throws IOException {
                    spill.close();
                }
            };
        }
    }

    private static byte[] row(byte[] key, int width) {
        Bytes bytes = new Bytes(key.length + 8);
        ValueWriter values = new ValueWriter(bytes);
        values.string(key, 0, key.length);
        for (int i = 1; i < width; i++) {
            values.integer(i);
        }
        return bytes.copy();
    }

    @Test
    void writesARowOnceForEachLevelAndInLargePieces() {
        CountedSpills store = new CountedSpills();
        Random random = new Random(1);
        long bytes = 0;
        try (RunSorter sorter = new RunSorter(NastyRows.by(0), Budget.of(0), store)) {
            for (int i = 0; i < 400_000; i++) {
                byte[] key = new byte[12];
                random.nextBytes(key);
                byte[] row = row(key, 1 + i % 3);
                bytes += row.length + key.length + RunReader.HEADER;
                sorter.row(row, 0, row.length);
            }
            sorter.end();
            assertThat(store.spills.created()).isGreaterThan(500);
            assertThat(sorter.runs()).hasSizeLessThanOrEqualTo(16);
            assertThat(store.bytes).isBetween(2 * bytes, 4 * bytes);
            assertThat(store.bytes / store.writes).isGreaterThan(16 << 10);
            assertThat(sorter.widest()).isEqualTo(3);
        }
        assertThat(store.spills.open()).isZero();
    }

    /** Keys so long that the notes of a spilled run are thinned out, and rows that no piece can hold. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3_000_000, 1L << 30})
    void anyRangeCanBeReadByManyReaders(long memory) throws IOException {
        Random random = new Random(2);
        List<byte[]> keys = new ArrayList<>();
        try (RunSorter sorter = new RunSorter(NastyRows.by(0), Budget.of(memory), new MemorySpills(), 2)) {
            for (int i = 0; i < 4_000; i++) {
                byte[] key = new byte[i % 1000 == 0 ? 400_000 : random.nextInt(3_000)];
                random.nextBytes(key);
                byte[] row = row(key, 1);
                Bytes encoded = new Bytes(32);
                NastyRows.by(0).appendKey(row, 0, row.length, encoded);
                keys.add(encoded.copy());
                sorter.row(row, 0, row.length);
            }
            sorter.end();
            keys.sort(Arrays::compareUnsigned);
            for (int i = 0; i < 40; i++) {
                int from = random.nextInt(keys.size());
                int to = Math.min(keys.size() - 1, from + random.nextInt(300));
                MergedRuns one = MergedRuns.open(sorter.runs(), keys.get(from), keys.get(to));
                MergedRuns other = MergedRuns.open(sorter.runs(), keys.get(from), keys.get(to));
                int first = Arrays.compareUnsigned(keys.get(from), keys.get(to)) == 0 ? to : from;
                for (int j = first; j < to; j++) {
                    assertThat(one.next() && other.next()).isTrue();
                    assertThat(key(one)).isEqualTo(keys.get(j)).isEqualTo(key(other));
                }
                assertThat(one.next() || other.next()).isFalse();
            }
        }
    }

    private static byte[] key(MergedRuns merged) {
        RunReader row = merged.current();
        return Arrays.copyOfRange(row.bytes(), row.keyStart(), row.keyEnd());
    }

    @Test
    void countsTheMemoryOfTheLastRunUntilItIsClosed() throws IOException {
        Budget budget = Budget.of(100 << 20);
        RunSorter sorter = new RunSorter(NastyRows.by(0), budget, new MemorySpills());
        byte[] row = row(new byte[1000], 1);
        for (int i = 0; i < 1_000; i++) {
            sorter.row(row, 0, row.length);
        }
        assertThat(budget.taken()).isGreaterThan(2_000_000);
        sorter.end();
        assertThat(budget.taken()).isBetween(2_000_000L, 5_000_000L);
        for (SortedRun run : sorter.runs()) {
            run.close();
            run.close();
        }
        assertThat(budget.taken()).isZero();
        sorter.close();
        assertThat(budget.taken()).isZero();
    }
}
