package io.gleamflow.operator;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their keys, in memory or spilled. May be read by several threads at once. */
public interface SortedRun extends Closeable {

    long rows();

    /** About {@code count} keys, evenly spread over the run, in order; none when the run is empty. */
    List<byte[]> sample(int count);

    /**
     * The rows with {@code from <= key < to}; null means no bound.
     */
    RunReader open(byte @Nullable [] from, byte @Nullable [] to) throws IOException;

    /** Gives back its memory or spill; closing twice is fine. */
    @Override
    void close() throws IOException;
}
