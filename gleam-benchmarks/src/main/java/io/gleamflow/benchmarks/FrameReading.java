package io.gleamflow.benchmarks;

import io.gleamflow.row.Batch;
import io.gleamflow.row.RowCursor;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.Frames;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
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

/** Reading frames and finding their columns, beside a reader that uses msgpack-core as its manual has it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class FrameReading {

    private static final int ROWS = 4096;

    private final Batch batch = Rows.words(ROWS, 1);
    private final byte[] frames = Arrays.copyOf(batch.bytes(), batch.length());

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long frameInput() throws IOException {
        FrameInput in = new FrameInput(new ByteArrayInputStream(frames), Frames.LARGEST_ROW);
        RowCursor row = new RowCursor();
        long sum = 0;
        while (in.next() == FrameInput.Next.ROW) {
            row.reset(in.bytes(), in.start(), in.end());
            sum += row.end(0) - row.start(0);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long msgpackCore() throws IOException {
        long sum = 0;
        ArrayBufferInput frame = new ArrayBufferInput(frames);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frames));
                MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(frame)) {
            for (int row = 0; row < ROWS; row++) {
                frame.reset(in.readNBytes(Integer.reverseBytes(in.readInt())));
                unpacker.reset(frame);
                sum += unpacker.unpackString().length();
                sum += unpacker.unpackLong();
            }
        }
        return sum;
    }
}
