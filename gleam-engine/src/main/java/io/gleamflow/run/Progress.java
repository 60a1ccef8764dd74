package io.gleamflow.run;

import java.time.Duration;

/**
 * How far a run is.
 *
 * @param rows that sources have given so far
 * @param bytes of files read so far
 * @param ofBytes how many bytes there are to read; 0 when nobody knows
 * @param time since the run began
 */
public record Progress(long rows, long bytes, long ofBytes, Duration time) {

    /** The part of the input that is read, from 0 to 1; negative when nobody knows. */
    public double part() {
        return ofBytes <= 0 ? -1 : Math.min(1, (double) bytes / ofBytes);
    }
}
