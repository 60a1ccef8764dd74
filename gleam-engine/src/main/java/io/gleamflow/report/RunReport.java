package io.gleamflow.report;

import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run did, or did until it failed.
 *
 * @param inputs files read, in the order of the descriptor and of their paths
 * @param outputs in the order of the descriptor; none when it failed
 * @param rejected steps that have rejected rows, in the order of the descriptor
 * @param tasks in the order of stages and shards
 * @param failure why it failed
 */
public record RunReport(
        String flow,
        Instant started,
        Duration time,
        List<Input> inputs,
        List<Output> outputs,
        List<Rejected> rejected,
        List<StageReport> stages,
        List<TaskReport> tasks,
        Optional<Failure> failure) {

    public RunReport {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rejected = List.copyOf(rejected);
        stages = List.copyOf(stages);
        tasks = List.copyOf(tasks);
    }

    /** One file read. */
    public record Input(String path, long bytes, Place step) {}

    /**
     * One file written.
     *
     * @param path as in the descriptor, interpolated
     * @param step that wrote it
     * @param unchanged whether a file with the same bytes was there already, which was left as it was
     * @param sha256 of its bytes, in hexadecimal digits; empty when nobody has looked
     */
    public record Output(String path, long rows, long bytes, Place step, boolean unchanged, String sha256) {

        /** A new file. */
        public Output(String path, long rows, long bytes, Place step) {
            this(path, rows, bytes, step, false, "");
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

    /** How many rows it has rejected, of all steps together. */
    public long lost() {
        return rejected.stream().mapToLong(Rejected::rows).sum();
    }
}
