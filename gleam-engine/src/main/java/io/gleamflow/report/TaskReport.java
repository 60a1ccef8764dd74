package io.gleamflow.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one stage did on one shard, as far as it came.
 *
 * @param stage the number of the stage, from 0
 * @param title of the stage, such as {@code read + flatMap + map + partial reduceByKey}
 * @param shard from 0
 * @param pid of the process that did it; 0 when the engine did, or several one after the other
 * @param exit how that process ended, empty when there was none or it lives on for another task
 * @param attempts how often the work was begun; more than one with {@code retry}
 * @param start since the start of the run; empty when it has not begun
 * @param time it took, including what it waited for rows
 * @param in rows that came to it, and their bytes: of files as they are on the disk, between stages as rows travel
 * @param out rows that left it, with their bytes as rows travel
 * @param errors rows it has rejected
 * @param steps its steps, or the parts of them it has, in the order rows go through them
 */
public record TaskReport(
        int stage,
        String title,
        int shard,
        long pid,
        Status status,
        Optional<String> exit,
        int attempts,
        Optional<Duration> start,
        Duration time,
        Amount in,
        Amount out,
        Use use,
        long errors,
        List<StepCount> steps) {

    public TaskReport {
        steps = List.copyOf(steps);
    }

    /** How a task ended. */
    public enum Status {
        /** All its rows went through. */
        DONE,
        /** It is why the run failed. */
        FAILED,
        /** It was ended since the run had failed. */
        STOPPED,
        /** The run ended before it began. */
        WAITING;

        /** As reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Rows and their bytes. */
    public record Amount(long rows, long bytes) {}

    /**
     * What it took of the machine; empty is what nobody could tell.
     *
     * @param cpu time of its process, or of its thread in the engine
     * @param peakMemory resident bytes its process has had at most, so far
     * @param spilled bytes it put on disk because memory was short
     */
    public record Use(Optional<Duration> cpu, OptionalLong peakMemory, long spilled) {}

    public long rowsIn() {
        return in.rows();
    }

    public long rowsOut() {
        return out.rows();
    }
}
