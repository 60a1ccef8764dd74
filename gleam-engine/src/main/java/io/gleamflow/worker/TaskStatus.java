package io.gleamflow.worker;

import io.gleamflow.connector.FileLine;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker says when a task has ended.
 *
 * @param rowsIn rows read from a source or from frames
 * @param came how many rows have come to each operation
 * @param use what it took
 * @param failure what ended the task early, or empty
 */
public record TaskStatus(long rowsIn, long rowsOut, List<Long> came, WorkerUse use, Optional<TaskFailure> failure) {

    public TaskStatus {
        came = List.copyOf(came);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(Control.TYPE, Control.STATUS);
        map.put("in", rowsIn);
        map.put("out", rowsOut);
        map.put("came", came);
        map.put("use", use.toMap());
        failure.ifPresent(f -> map.put("failure", failure(f)));
        return map;
    }

    private static Map<String, Object> failure(TaskFailure task) {
        Failure failure = task.failure();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("blame", failure.blame().name());
        map.put("place", TaskCodec.place(failure.place()));
        map.put("step", failure.step());
        map.put("message", failure.message());
        map.put("details", failure.details());
        map.put("row", task.row());
        map.put("names", task.names());
        task.source().ifPresent(line -> map.put("source", source(line)));
        return map;
    }

    static Map<String, Object> source(FileLine line) {
        return Map.of("path", line.path(), "start", line.start(), "count", line.count());
    }

    /**
     * Reads the closing control map of a worker.
     *
     * @throws IOException when the map is none
     */
    public static TaskStatus of(Map<String, Object> control) throws IOException {
        try {
            return of(new Control(control));
        } catch (IllegalArgumentException e) {
            throw new IOException("what a worker said when it ended cannot be read: " + e.getMessage(), e);
        }
    }

    private static TaskStatus of(Control map) {
        if (!map.is(Control.STATUS)) {
            throw new IllegalArgumentException("it is no status");
        }
        Optional<TaskFailure> failure =
                map.has("failure") ? Optional.of(failure(map.map("failure"))) : Optional.empty();
        return new TaskStatus(
                map.number("in"), map.number("out"), map.numbers("came"), WorkerUse.of(map.map("use")), failure);
    }

    private static TaskFailure failure(Control map) {
        Failure failure = new Failure(
                Blame.valueOf(map.text("blame")),
                TaskCodec.place(map.map("place")),
                map.text("step"),
                map.text("message"),
                map.texts("details"));
        return new TaskFailure(failure, map.bytes("row"), map.texts("names"), source(map));
    }

    static Optional<FileLine> source(Control map) {
        if (!map.has("source")) {
            return Optional.empty();
        }
        Control line = map.map("source");
        return Optional.of(new FileLine(line.text("path"), line.number("start"), line.number("count")));
    }
}
