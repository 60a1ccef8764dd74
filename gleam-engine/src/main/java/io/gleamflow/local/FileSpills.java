package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** Spills as files of a directory that belongs to one run. */
final class FileSpills implements SpillStore {

    private final Path directory;
    private final AtomicInteger created = new AtomicInteger();

    FileSpills(Path directory) {
        this.directory = directory;
    }

    @Override
    public Spill create() throws IOException {
        Path file = directory.resolve("spill-" + created.getAndIncrement());
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new FileSpill(file, channel);
    }

    private static final class FileSpill implements Spill {
        private final Path file;
        private final FileChannel channel;
        private volatile long length;

        FileSpill(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int start, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, start, count);
            long position = length;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
            length = position;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(long position, byte[] into, int start, int count) throws IOException {
            return Math.max(0, channel.read(ByteBuffer.wrap(into, start, count), position));
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
