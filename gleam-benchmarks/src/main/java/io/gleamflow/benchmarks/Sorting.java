package io.gleamflow.benchmarks;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.RowOrder;
import io.gleamflow.operator.RunSorter;
import io.gleamflow.row.Batch;
import io.gleamflow.row.RowCursor;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sorting rows by a text and reading them in order, in memory and with runs on disk, beside an array of keys that the JDK sorts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Sorting {

    private static final int ROWS = 1 << 17;
    private static final long ENOUGH = 256L << 20;
    private static final long LITTLE = 1L << 20;

    private final Batch batch = Rows.words(ROWS, 1);

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long inMemory() throws IOException {
        return sorted(ENOUGH);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long onDisk() throws IOException {
        return sorted(LITTLE);
    }

    private long sorted(long memory) throws IOException {
        RowOrder order = new RowOrder(new int[] {0}, new boolean[] {false});
        try (RunSorter sorter = new RunSorter(order, Budget.of(memory), TemporarySpill::new)) {
            Rows.feed(batch, sorter);
            MergedRuns rows = MergedRuns.open(sorter.runs(), null, null);
            long sum = 0;
            while (rows.next()) {
                sum += rows.current().rowEnd();
            }
            return sum;
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public byte[][] arrayOfKeys() {
        byte[][] keys = new byte[ROWS][];
        RowCursor row = new RowCursor();
        for (int i = 0; i < ROWS; i++) {
            row.reset(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
            keys[i] = Arrays.copyOfRange(batch.bytes(), row.start(0), row.end(0));
        }
        Arrays.sort(keys, Arrays::compareUnsigned);
        return keys;
    }
}
