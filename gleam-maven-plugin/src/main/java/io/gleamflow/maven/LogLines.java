package io.gleamflow.maven;

import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Shows what steps write: rows of {@code print} as they are, everything else with the step it comes from. */
final class LogLines implements Consumer<LineQueue.Line> {

    private static final String PRINT = "print";

    private final Log log;
    private final String flow;
    private long printed;

    LogLines(Log log, String flow) {
        this.log = log;
        this.flow = flow;
    }

    @Override
    public void accept(LineQueue.Line line) {
        if (line.step().equals(PRINT)) {
            printed++;
            log.info(line.text());
        } else {
            log.info("  " + flow + ": " + line.step() + ": " + line.text());
        }
    }

    /** How many rows were printed. */
    long printed() {
        return printed;
    }
}
