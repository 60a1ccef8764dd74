package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a child's standard error to its end, whatever happens, so that the child never blocks on it. */
final class StderrDrain implements Runnable {

    static final int TAIL = 64 * 1024;
    static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_CHARACTER = 4;

    private final InputStream in;
    private final Consumer<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The last bytes read, as a ring: byte number {@code n} is at {@code n % TAIL}. */
    private final byte[] ring = new byte[TAIL];

    private long total;

    StderrDrain(InputStream in, Consumer<String> listener) {
        this.in = in;
        this.listener = listener;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8 * 1024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(buffer, n);
                forward(buffer, n);
            }
        } catch (IOException closed) {
            // the JVM closes the pipe of a child that has ended: as good as its end
        }
        if (line.size() > 0) {
            emit();
        }
    }

    /** The last whole lines so far, after a line that says how much is missing; complete once {@link #run} has returned. */
    synchronized List<String> tail() {
        int kept = (int) Math.min(total, TAIL);
        byte[] bytes = new byte[kept];
        for (int i = 0; i < kept; i++) {
            bytes[i] = ring[(int) ((total - kept + i) % TAIL)];
        }
        // half a line is not shown: it may be half of what must not be shown
        int start = total > kept ? afterFirstLineEnd(bytes) : 0;
        List<String> lines = new ArrayList<>();
        if (total > kept) {
            lines.add("(" + (total - kept + start) + " bytes before this)");
        }
        new String(bytes, start, kept - start, UTF_8).lines().forEach(lines::add);
        return lines;
    }

    private static int afterFirstLineEnd(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private synchronized void keep(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) ((total + i) % TAIL)] = bytes[i];
        }
        total += length;
    }

    private void forward(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                emit();
                continue;
            }
            line.write(bytes[i]);
            if (line.size() == LONGEST_LINE) {
                emitPiece();
            }
        }
    }

    /** All of a long line so far but the bytes of a character that is not complete. */
    private void emitPiece() {
        byte[] bytes = line.toByteArray();
        int end = bytes.length;
        for (int back = 1; back < LONGEST_CHARACTER; back++) {
            int lead = bytes[bytes.length - back] & 0xff;
            if (lead >= 0xc0) {
                int width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                end = width > back ? bytes.length - back : end;
                break;
            } else if (lead < 0x80) {
                break;
            }
        }
        line.reset();
        line.write(bytes, 0, end);
        emit();
        line.write(bytes, end, bytes.length - end);
    }

    private void emit() {
        String text = line.toString(UTF_8);
        line.reset();
        try {
            listener.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        } catch (RuntimeException ignored) {
            // a broken log must not stop the child
        }
    }
}
