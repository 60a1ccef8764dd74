package io.gleamflow.worker;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker says when a task has ended.
 *
 * @param rowsIn rows read from a source or from frames
 * @param failure what ended the task early, or empty
 */
public record TaskStatus(long rowsIn, long rowsOut, Optional<Failure> failure) {

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(Control.TYPE, Control.STATUS);
        map.put("in", rowsIn);
        map.put("out", rowsOut);
        failure.ifPresent(f -> map.put(
                "failure",
                Map.of(
                        "blame", f.blame().name(),
                        "place", TaskCodec.place(f.place()),
                        "step", f.step(),
                        "message", f.message(),
                        "details", f.details())));
        return map;
    }

    /**
     * Reads the closing control map of a worker.
     *
     * @throws IllegalArgumentException when the map is none
     */
    public static TaskStatus of(Map<String, Object> control) {
        Control map = new Control(control);
        if (!map.is(Control.STATUS)) {
            throw new IllegalArgumentException("not a status: " + control);
        }
        Optional<Failure> failure = map.has("failure") ? Optional.of(failure(map.map("failure"))) : Optional.empty();
        return new TaskStatus(map.number("in"), map.number("out"), failure);
    }

    private static Failure failure(Control map) {
        return new Failure(
                Blame.valueOf(map.text("blame")),
                TaskCodec.place(map.map("place")),
                map.text("step"),
                map.text("message"),
                map.list("details").stream().map(String.class::cast).toList());
    }
}
