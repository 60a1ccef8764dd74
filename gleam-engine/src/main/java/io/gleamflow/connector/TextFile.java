package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Reads the lines of a piece of a file. A line ends with LF or CRLF, the last one also with the file. The mark of UTF-8 that may
 * stand at the start of the file is in no line.
 */
public final class TextFile {

    private static final int BUFFER = 256 << 10;

    private final FilePiece piece;
    private final int longest;
    private final LongConsumer read;
    private byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long position;

    private TextFile(FilePiece piece, int longest, LongConsumer read) {
        this.read = read;
        this.piece = piece;
        this.longest = longest;
        // a line starts at the piece's start only if the byte before ends another
        this.position = Math.max(0, piece.start() - 1);
    }

    /**
     * Hands on every line whose first byte lies in the piece.
     *
     * @param longest bytes a line may have
     * @throws SourceException when a line is longer, or the file has become shorter since the run was planned
     * @throws IOException when the file cannot be read; its message names the file
     */
    public static void read(FilePiece piece, int longest, LineSink sink) throws IOException {
        read(piece, longest, count -> {}, sink);
    }

    /**
     * The same.
     *
     * @param read hears how many bytes were read, piece by piece
     */
    public static void read(FilePiece piece, int longest, LongConsumer read, LineSink sink) throws IOException {
        try (FileChannel file = FileChannel.open(Path.of(piece.path()), StandardOpenOption.READ)) {
            TextFile text = new TextFile(piece, longest, read);
            file.position(text.position);
            text.lines(Channels.newInputStream(file), sink);
        } catch (SourceException | FileSystemException | ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(piece.path() + ": " + e.getMessage(), e);
        }
    }

    private void lines(InputStream in, LineSink sink) throws IOException {
        long end = piece.end();
        if (piece.start() == 0) {
            if (skipMark(in)) {
                // the first line is this piece's, even when no more of it than the mark lies in the piece
                end = Math.max(end, Math.min(piece.size(), position + 1));
            }
        } else if (!skipLine(in)) {
            return;
        }
        while (position < end) {
            int newline = find(in);
            int lineEnd = newline < 0 ? filled : newline;
            boolean carriageReturn = newline > at && buffer[newline - 1] == '\r';
            sink.line(buffer, at, carriageReturn ? lineEnd - 1 : lineEnd);
            int next = newline < 0 ? filled : newline + 1;
            position += next - at;
            at = next;
        }
    }

    /** Passes the mark of UTF-8 at the start of the file, or returns false when there is none. */
    private boolean skipMark(InputStream in) throws IOException {
        int length = Utf8Input.MARK.length;
        boolean more = true;
        while (filled < length && more) {
            more = fill(in);
        }
        if (filled < length || !Arrays.equals(buffer, 0, length, Utf8Input.MARK, 0, length)) {
            return false;
        }
        at = length;
        position = length;
        return true;
    }

    /** Passes the rest of a line that belongs to the piece before, or returns false when the file ends in it. */
    private boolean skipLine(InputStream in) throws IOException {
        while (true) {
            for (int i = at; i < filled; i++) {
                if (buffer[i] == '\n') {
                    position += i + 1 - at;
                    at = i + 1;
                    return true;
                }
            }
            position += filled - at;
            at = filled;
            if (position >= piece.end() || !fill(in)) {
                return false;
            }
        }
    }

    /** The index of the newline that ends the line from {@code at} on, or -1 when the file ends it. */
    private int find(InputStream in) throws IOException {
        int from = at;
        while (true) {
            int newline = newline(from);
            int seen = (newline < 0 ? filled : newline) - at;
            if (seen > longest) {
                throw new SourceException(piece.path() + ": the line at byte " + position + " is longer than the "
                        + longest + " bytes a row may have");
            }
            if (newline >= 0 || !fill(in)) {
                return newline;
            }
            from = at + seen;
        }
    }

    private int newline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads on, or returns false at the end of the file as it was when the run was planned. */
    private boolean fill(InputStream in) throws IOException {
        long unread = piece.size() - position - (filled - at);
        if (unread <= 0) {
            return false;
        }
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, (int) Math.min(unread, buffer.length - filled));
        if (count < 0) {
            throw new SourceException(piece.path() + " became shorter while it was read: it had " + piece.size()
                    + " bytes, now it ends " + unread + " bytes earlier");
        }
        filled += count;
        read.accept(count);
        return true;
    }
}
