package io.gleamflow.connector;

import com.github.luben.zstd.ZstdCompressCtx;
import io.gleamflow.row.BigEndian;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses what it gets in members of 1 MiB each, so that the bytes depend on the content alone: not on how it was
 * divided, nor on the time. Without content there is one empty member. Not thread-safe.
 */
public final class MembersOutput extends OutputStream {

    static final int MEMBER = 1 << 20;

    /** No flags, no time, no system. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int ZSTD_LEVEL = 3;

    private final OutputStream out;
    private final Compression compression;
    private final byte[] member = new byte[MEMBER];
    private final byte[] packed = new byte[MEMBER + MEMBER / 64];
    private int filled;
    private boolean empty = true;
    private boolean closed;

    /**
     * A stream that closes the other one when it is closed.
     *
     * @throws SourceException for an archive, which can only be read
     */
    public MembersOutput(OutputStream out, Compression compression) throws SourceException {
        if (compression == Compression.ZIP) {
            throw new SourceException("zip archives are only read; write .gz or .zst");
        }
        this.out = out;
        this.compression = compression;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int off, int len) throws IOException {
        int start = off;
        int end = off + len;
        while (start < end) {
            int count = Math.min(end - start, MEMBER - filled);
            System.arraycopy(from, start, member, filled, count);
            filled += count;
            start += count;
            if (filled == MEMBER) {
                pack();
            }
        }
    }

    private void pack() throws IOException {
        switch (compression) {
            case GZIP -> gzip();
            case ZSTD -> zstd();
            case NONE, ZIP -> out.write(member, 0, filled);
        }
        filled = 0;
        empty = false;
    }

    private void gzip() throws IOException {
        out.write(GZIP_HEADER);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(member, 0, filled);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        } finally {
            deflater.end();
        }
        CRC32 check = new CRC32();
        check.update(member, 0, filled);
        byte[] trailer = new byte[8];
        BigEndian.putLittleInt(trailer, 0, (int) check.getValue());
        BigEndian.putLittleInt(trailer, 4, filled);
        out.write(trailer);
    }

    private void zstd() throws IOException {
        ZstdLibrary.load();
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(ZSTD_LEVEL).setChecksum(true);
            int length = context.compressByteArray(packed, 0, packed.length, member, 0, filled);
            out.write(packed, 0, length);
        }
    }

    /** Members in the making stay open until they are full or all is closed. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (filled > 0 || empty) {
                pack();
            }
        }
    }
}
