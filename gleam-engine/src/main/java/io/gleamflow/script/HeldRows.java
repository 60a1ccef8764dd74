package io.gleamflow.script;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;

/** Holds what a step makes of one row until it is known that it has not failed on it. */
final class HeldRows implements RowSink {

    /** Bytes, a quarter of a worker's usual heap. */
    private static final int MOST = 16 << 20;

    private final StepFailures failures;
    private final RowSink next;
    private final Bytes held = new Bytes(256);
    private long bytesHeld;

    HeldRows(StepFailures failures, RowSink next) {
        this.failures = failures;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        bytesHeld += end - start;
        if (bytesHeld > MOST) {
            throw failures.of("one row became more than " + MOST + " bytes, too many to hold back for `onError`", null);
        }
        int at = held.length();
        held.room(4);
        BigEndian.putLittleInt(held.array(), at, end - start);
        held.length(at + 4);
        held.put(bytes, start, end - start);
    }

    /** Hands on what is held. */
    void release() {
        int length = held.length();
        forget();
        for (int at = 0; at < length; ) {
            int start = at + 4;
            int end = start + BigEndian.getLittleInt(held.array(), at);
            next.row(held.array(), start, end);
            at = end;
        }
    }

    /** Drops what is held. */
    void forget() {
        held.clear();
        bytesHeld = 0;
    }

    @Override
    public void end() {
        release();
        next.end();
    }
}
