package io.gleamflow.report;

import io.gleamflow.problem.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param outputs in the order of the descriptor
 * @param rejected steps that have rejected rows, in the order of the descriptor
 * @param tasks in the order of stages and shards
 */
public record RunReport(String flow, Duration time, List<Output> outputs, List<Rejected> rejected, List<Task> tasks) {

    public RunReport {
        outputs = List.copyOf(outputs);
        rejected = List.copyOf(rejected);
        tasks = List.copyOf(tasks);
    }

    /**
     * One file written.
     *
     * @param path as in the descriptor, interpolated
     * @param unchanged whether a file with the same bytes was there already, which was left as it was
     * @param sha256 of its bytes, in hexadecimal digits; empty when nobody has looked
     */
    public record Output(String path, long rows, long bytes, boolean unchanged, String sha256) {

        /** A new file. */
        public Output(String path, long rows, long bytes) {
            this(path, rows, bytes, false, "");
        }
    }

    /**
     * What one step has rejected.
     *
     * @param place of the step in the descriptor
     * @param of how many rows came to it
     * @param first what was wrong with one of them
     * @param to the dataset or file that tells of them; empty when they were skipped
     * @param limit how many it may be, as written
     */
    public record Rejected(
            String step, Place place, long rows, long of, String first, Optional<String> to, Optional<String> limit) {}

    /**
     * One stage on one shard.
     *
     * @param stage as in the plan, such as {@code read + flatMap + map + partial reduceByKey}
     * @param shard from 0
     * @param pid of the process that did it, or 0 when the engine did
     */
    public record Task(String stage, int shard, long pid, long rowsIn, long rowsOut) {}
}
