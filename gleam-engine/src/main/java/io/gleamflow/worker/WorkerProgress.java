package io.gleamflow.worker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a worker says while it reads files itself, once a second or so.
 *
 * @param rows read so far
 * @param bytes of files read so far
 */
public record WorkerProgress(long rows, long bytes) {

    static final String TYPE = "progress";

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(Control.TYPE, TYPE);
        map.put("in", rows);
        map.put("bytes", bytes);
        return map;
    }

    /** Whether a control map tells of it. */
    public static boolean isIn(Map<String, Object> control) {
        return new Control(control).is(TYPE);
    }

    /**
     * Reads a control map of a worker.
     *
     * @throws IOException when it tells of no progress
     */
    public static WorkerProgress of(Map<String, Object> control) throws IOException {
        try {
            Control map = new Control(control);
            return new WorkerProgress(map.number("in"), map.number("bytes"));
        } catch (IllegalArgumentException e) {
            throw new IOException("what a worker said of its progress cannot be read: " + e.getMessage(), e);
        }
    }
}
