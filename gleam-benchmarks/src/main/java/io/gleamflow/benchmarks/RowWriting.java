package io.gleamflow.benchmarks;

import io.gleamflow.row.Batch;
import io.gleamflow.row.BatchBuilder;
import io.gleamflow.row.RowCursor;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
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

/** Writing rows of a text and a number, beside msgpack-core as its manual has it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RowWriting {

    private static final int ROWS = 4096;

    private final byte[][] words = new byte[ROWS][];
    private final long[] numbers = new long[ROWS];
    private final BatchBuilder builder = new BatchBuilder();

    public RowWriting() {
        Batch batch = Rows.words(ROWS, 1);
        RowCursor row = new RowCursor();
        for (int i = 0; i < ROWS; i++) {
            row.reset(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
            // a short text has one byte before it
            words[i] = Arrays.copyOfRange(batch.bytes(), row.start(0) + 1, row.end(0));
            numbers[i] = i * 7L % 1000;
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Batch batchBuilder() {
        for (int i = 0; i < ROWS; i++) {
            builder.values().string(words[i], 0, words[i].length);
            builder.values().integer(numbers[i]);
            builder.endRow();
        }
        return builder.take();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long msgpackCore() throws IOException {
        long length = 0;
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            for (int i = 0; i < ROWS; i++) {
                packer.clear();
                packer.packRawStringHeader(words[i].length);
                packer.writePayload(words[i]);
                packer.packLong(numbers[i]);
                length += packer.toByteArray().length;
            }
        }
        return length;
    }
}
