package io.gleamflow.benchmarks;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.operator.PartialCount;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Batch;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;
import io.gleamflow.script.ScriptSteps;
import io.gleamflow.script.ScriptWorld;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The first half of a reduce in a worker: by a Lua function, by counting, by the table alone, and by a map of the JDK. Words are as frequent as in a text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReduceTable {

    private static final int ROWS = 1 << 18;
    private static final long MEMORY = 20L << 20;
    private static final Place PLACE = Place.of("flow.yaml");

    private final Batch batch = Rows.frequent(ROWS, 1);
    private final Head head = Head.of("reduceByKey", PLACE, Optional.empty(), List.of());
    private final LuaText sum = new LuaText("function(x, y) return x + y end", PLACE, 1, false, true);
    private final ScriptWorld world = new ScriptWorld(Map.of(), List.of(), head, (bytes, start, length) -> {});

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long partialReduce() {
        CountingSink out = new CountingSink();
        Rows.feed(
                batch,
                new ScriptSteps(world, Optional.empty())
                        .partialReduce(head, sum, Columns.named("word", "n"), 1, MEMORY, out));
        return out.bytes();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long partialCount() {
        CountingSink out = new CountingSink();
        try (PartialCount count = new PartialCount(new int[] {0}, MEMORY, out)) {
            Rows.feed(batch, count);
        }
        return out.bytes();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int keyTable() {
        KeyTable table = new KeyTable();
        RowCursor row = new RowCursor();
        for (int i = 0; i < ROWS; i++) {
            row.reset(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
            table.number(batch.bytes(), row.start(0), row.end(0));
        }
        return table.size();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int hashMap() {
        Map<String, Long> counts = new HashMap<>();
        RowCursor row = new RowCursor();
        for (int i = 0; i < ROWS; i++) {
            row.reset(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
            int start = row.start(0) + 1;
            counts.merge(
                    new String(batch.bytes(), start, row.end(0) - start, StandardCharsets.US_ASCII), 1L, Long::sum);
        }
        return counts.size();
    }
}
