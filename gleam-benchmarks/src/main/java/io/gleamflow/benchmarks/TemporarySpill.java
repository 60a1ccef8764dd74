package io.gleamflow.benchmarks;

import io.gleamflow.operator.SpillStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A spill in a temporary file. */
final class TemporarySpill implements SpillStore.Spill {

    private final FileChannel file;
    private long length;

    TemporarySpill() throws IOException {
        file = FileChannel.open(
                Files.createTempFile("benchmark", ".spill"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, start, count);
        while (buffer.hasRemaining()) {
            length += file.write(buffer, length);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] into, int start, int count) throws IOException {
        return Math.max(0, file.read(ByteBuffer.wrap(into, start, count), position));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
