package io.gleamflow.run;

import io.gleamflow.report.RunReport;

/**
 * Hears of a run while it goes on. Called from one thread at a time, but from several threads of the runner: it must be
 * quick and must not throw.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = (step, line) -> {};

    /**
     * A line that a script or program wrote for people.
     *
     * @param step the title of the step
     * @param line without its newline
     */
    void logged(String step, String line);

    /**
     * Something that people should know of, and that fails nothing.
     *
     * @param step the title of the step
     */
    default void warned(String step, String line) {
        logged(step, "warning: " + line);
    }

    /** How far the run is; some times a second at most. */
    default void progressed(Progress progress) {}

    /** What the run did until it failed; whoever started it hears of the failure behind this. */
    default void failed(RunReport soFar) {}
}
