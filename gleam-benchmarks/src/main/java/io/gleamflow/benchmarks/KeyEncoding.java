package io.gleamflow.benchmarks;

import io.gleamflow.operator.Keys;
import io.gleamflow.row.Batch;
import io.gleamflow.row.Bytes;
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

/** Taking the key out of a row: as it stands, and as bytes whose order is the order of values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class KeyEncoding {

    private static final int ROWS = 4096;

    private final Batch batch = Rows.words(ROWS, 1);
    private final int[] both = {0, 1};
    private final RowCursor cursor = new RowCursor();
    private final Bytes out = new Bytes(1 << 20);

    /** What any of the others costs at least. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int copied() {
        out.clear();
        for (int row = 0; row < ROWS; row++) {
            cursor.reset(batch.bytes(), batch.rowStart(row), batch.rowEnd(row));
            Keys.copy(cursor, both, out);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int encoded() {
        out.clear();
        for (int row = 0; row < ROWS; row++) {
            cursor.reset(batch.bytes(), batch.rowStart(row), batch.rowEnd(row));
            Keys.encode(cursor, both, out);
        }
        return out.length();
    }
}
