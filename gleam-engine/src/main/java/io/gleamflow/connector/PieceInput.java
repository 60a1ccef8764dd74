package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** The bytes of a piece of a file. */
final class PieceInput extends InputStream {

    private final FileChannel file;
    private final LongConsumer read;
    private long left;

    PieceInput(FilePiece piece) throws IOException {
        this(piece, count -> {});
    }

    /**
     * @param read hears how many bytes were read, each time
     */
    PieceInput(FilePiece piece, LongConsumer read) throws IOException {
        this.read = read;
        file = FileChannel.open(Path.of(piece.path()), StandardOpenOption.READ);
        file.position(piece.start());
        left = piece.end() - piece.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = file.read(ByteBuffer.wrap(to, off, (int) Math.min(len, left)));
        if (count < 0) {
            throw new IOException("it became shorter while it was read; " + left + " bytes are missing");
        }
        left -= count;
        read.accept(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
