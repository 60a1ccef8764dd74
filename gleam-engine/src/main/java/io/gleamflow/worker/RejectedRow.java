package io.gleamflow.worker;

import io.gleamflow.connector.FileLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker says of a row that one of its operations rejects.
 *
 * @param operation the number of the operation in the task, from 0
 * @param row its values as MessagePack
 * @param names of its first columns, as far as known
 * @param source where the row was read that it comes from, if that is known
 */
public record RejectedRow(int operation, String error, byte[] row, List<String> names, Optional<FileLine> source) {

    static final String TYPE = "rejected";

    public RejectedRow {
        names = List.copyOf(names);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(Control.TYPE, TYPE);
        map.put("operation", operation);
        map.put("error", error);
        map.put("row", row);
        map.put("names", names);
        source.ifPresent(line -> map.put("source", TaskStatus.source(line)));
        return map;
    }

    /** Whether a control map tells of such a row. */
    public static boolean isIn(Map<String, Object> control) {
        return new Control(control).is(TYPE);
    }

    /**
     * Reads a control map of a worker.
     *
     * @throws IOException when it tells of no such row
     */
    public static RejectedRow of(Map<String, Object> control) throws IOException {
        try {
            return of(new Control(control));
        } catch (IllegalArgumentException e) {
            throw new IOException("what a worker said of a row cannot be read: " + e.getMessage(), e);
        }
    }

    private static RejectedRow of(Control map) {
        return new RejectedRow(
                map.integer("operation"),
                TaskFailure.firstLine(map.text("error")),
                map.bytes("row"),
                map.texts("names"),
                TaskStatus.source(map));
    }
}
