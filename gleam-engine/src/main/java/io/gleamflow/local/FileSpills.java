package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Spills as files of a directory that belongs to one run. */
final class FileSpills implements SpillStore, Closeable {

    private final Path directory;
    private final boolean stay;

    /** Those that are not closed yet: a long sort in little memory makes hundreds of thousands, one after the other. */
    private final Set<FileSpill> open = ConcurrentHashMap.newKeySet();

    private final AtomicInteger created = new AtomicInteger();
    private volatile boolean ended;

    /** @param stay whether files stay that nobody has given back when the run ends */
    FileSpills(Path directory, boolean stay) {
        this.directory = directory;
        this.stay = stay;
    }

    @Override
    public Spill create() throws IOException {
        if (ended) {
            throw new IOException("the run has ended");
        }
        Path file = directory.resolve("spill-" + created.getAndIncrement());
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileSpill spill = new FileSpill(file, channel, open);
        open.add(spill);
        return spill;
    }

    /** Gives back what nobody has, after a failure for instance; spills that are in use break. */
    @Override
    public void close() throws IOException {
        ended = true;
        for (FileSpill spill : open) {
            spill.end(!stay);
        }
    }

    /**
     * A file that outlives interrupts: a thread that is interrupted while it reads closes the channel, which others that
     * read as well open again.
     */
    private static final class FileSpill implements Spill {
        private final Path file;
        private final Set<FileSpill> open;
        private volatile FileChannel channel;
        private volatile long length;
        private volatile boolean closed;

        FileSpill(Path file, FileChannel channel, Set<FileSpill> open) {
            this.file = file;
            this.open = open;
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int start, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, start, count);
            long position = length;
            while (buffer.hasRemaining()) {
                try {
                    position += channel.write(buffer, position);
                } catch (ClosedChannelException e) {
                    reopen(e);
                }
            }
            length = position;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(long position, byte[] into, int start, int count) throws IOException {
            while (true) {
                try {
                    return Math.max(0, channel.read(ByteBuffer.wrap(into, start, count), position));
                } catch (ClosedChannelException e) {
                    reopen(e);
                }
            }
        }

        private synchronized void reopen(ClosedChannelException why) throws IOException {
            if (closed || Thread.currentThread().isInterrupted()) {
                throw why;
            }
            if (!channel.isOpen()) {
                channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
        }

        @Override
        public void close() throws IOException {
            end(true);
        }

        synchronized void end(boolean isRemoved) throws IOException {
            closed = true;
            open.remove(this);
            channel.close();
            if (isRemoved) {
                Files.deleteIfExists(file);
            }
        }
    }
}
