package io.gleamflow.connector;

import io.gleamflow.row.ByteSearch;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.TextSink;
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
        open(piece, longest, read, (text, in) -> text.lines(in, sink));
    }

    /** The same lines, many at once, and with their ends. */
    public static void readText(FilePiece piece, int longest, LongConsumer read, TextSink sink) throws IOException {
        open(piece, longest, read, (text, in) -> text.blocks(in, sink));
    }

    /** Reads a piece to its end. */
    private interface Reading {
        void of(TextFile text, InputStream in) throws IOException;
    }

    private static void open(FilePiece piece, int longest, LongConsumer read, Reading reading) throws IOException {
        try (FileChannel file = FileChannel.open(Path.of(piece.path()), StandardOpenOption.READ)) {
            TextFile text = new TextFile(piece, longest, read);
            file.position(text.position);
            reading.of(text, Channels.newInputStream(file));
        } catch (SourceException | FileSystemException | ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(piece.path() + ": " + e.getMessage(), e);
        }
    }

    /** Goes to the first line, and returns where those that follow the piece begin. */
    private long begin(InputStream in) throws IOException {
        long end = piece.end();
        if (piece.start() == 0) {
            if (skipMark(in)) {
                // the first line is this piece's, even when no more of it than the mark lies in the piece
                end = Math.max(end, Math.min(piece.size(), position + 1));
            }
        } else if (!skipLine(in)) {
            return position;
        }
        return end;
    }

    private void blocks(InputStream in, TextSink sink) throws IOException {
        long end = begin(in);
        Bytes cleaned = new Bytes(BUFFER);
        while (position < end) {
            int newline = find(in);
            int stop = newline < 0 ? filled : lastLineEnd(newline, (int) Math.min(filled, at + end - position));
            if (newline >= 0 && !ByteSearch.contains(buffer, at, stop, (byte) '\r')) {
                sink.text(buffer, at, stop + 1, ByteSearch.count(buffer, at, stop + 1, (byte) '\n'));
            } else {
                cleaned.clear();
                long lines = clean(at, stop, cleaned);
                sink.text(cleaned.array(), 0, cleaned.length(), lines);
            }
            int next = newline < 0 ? filled : stop + 1;
            position += next - at;
            at = next;
        }
    }

    /**
     * The last line end in the buffer of a line that begins before {@code limit}.
     *
     * @param first that of the first line
     */
    private int lastLineEnd(int first, int limit) {
        // what is longer than a line may be has to be looked at line by line
        if (filled - at > longest || limit - 1 <= first) {
            return first;
        }
        int last = ByteSearch.indexOf(buffer, limit - 1, filled, (byte) '\n');
        for (int i = limit - 2; last < 0; i--) {
            last = buffer[i] == '\n' ? i : -1;
        }
        return last;
    }

    /** Copies lines, the last without its end, so that each ends with LF alone, and returns how many they are. */
    private long clean(int start, int stop, Bytes to) {
        long lines = 0;
        for (int from = start; from <= stop; lines++) {
            int newline = ByteSearch.indexOf(buffer, from, stop, (byte) '\n');
            int lineEnd = newline < 0 ? stop : newline;
            boolean carriageReturn = lineEnd > from && lineEnd < filled && buffer[lineEnd - 1] == '\r';
            to.put(buffer, from, (carriageReturn ? lineEnd - 1 : lineEnd) - from);
            to.put('\n');
            from = lineEnd + 1;
        }
        return lines;
    }

    private void lines(InputStream in, LineSink sink) throws IOException {
        long end = begin(in);
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
            int newline = newline(at);
            if (newline >= 0) {
                position += newline + 1 - at;
                at = newline + 1;
                return true;
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
        return ByteSearch.indexOf(buffer, from, filled, (byte) '\n');
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
