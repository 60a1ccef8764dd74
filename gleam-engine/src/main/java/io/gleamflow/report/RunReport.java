package io.gleamflow.report;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param outputs in the order of the descriptor
 * @param tasks in the order of stages and shards
 */
public record RunReport(String flow, Duration time, List<Output> outputs, List<Task> tasks) {

    public RunReport {
        outputs = List.copyOf(outputs);
        tasks = List.copyOf(tasks);
    }

    /**
     * One file written.
     *
     * @param path as in the descriptor, interpolated
     */
    public record Output(String path, long rows, long bytes) {}

    /**
     * One stage on one shard.
     *
     * @param stage as in the plan, such as {@code read + flatMap + map + partial reduceByKey}
     * @param shard from 0
     * @param pid of the process that did it, or 0 when the engine did
     */
    public record Task(String stage, int shard, long pid, long rowsIn, long rowsOut) {}
}
