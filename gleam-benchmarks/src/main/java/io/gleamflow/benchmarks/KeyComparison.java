package io.gleamflow.benchmarks;

import io.gleamflow.operator.Keys;
import io.gleamflow.row.Batch;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RowCursor;
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

/** Comparing the encoded keys of two rows: by their first eight bytes, by all, and by both as a sort does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class KeyComparison {

    private static final int ROWS = 4096;

    private final Bytes keys = new Bytes(1 << 18);
    private final int[] starts = new int[ROWS + 1];
    private final long[] prefixes = new long[ROWS];

    public KeyComparison() {
        Batch batch = Rows.frequent(ROWS, 1);
        RowCursor row = new RowCursor();
        int[] both = {0, 1};
        for (int i = 0; i < ROWS; i++) {
            row.reset(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
            Keys.encode(row, both, keys);
            starts[i + 1] = keys.length();
            prefixes[i] = KeyEncoder.prefix(keys.array(), starts[i], starts[i + 1]) ^ Long.MIN_VALUE;
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS - 1)
    public int prefixes() {
        int sum = 0;
        for (int i = 1; i < ROWS; i++) {
            sum += Long.compare(prefixes[i - 1], prefixes[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS - 1)
    public int bytes() {
        int sum = 0;
        for (int i = 1; i < ROWS; i++) {
            sum += compare(i);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS - 1)
    public int both() {
        int sum = 0;
        for (int i = 1; i < ROWS; i++) {
            int byPrefix = Long.compare(prefixes[i - 1], prefixes[i]);
            sum += byPrefix != 0 ? byPrefix : compare(i);
        }
        return sum;
    }

    private int compare(int i) {
        byte[] b = keys.array();
        return KeyEncoder.compare(b, starts[i - 1], starts[i], b, starts[i], starts[i + 1]);
    }
}
