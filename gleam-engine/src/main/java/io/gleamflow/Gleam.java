package io.gleamflow;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Problem;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Loads, checks, explains and runs the flows of one project. Immutable; one instance may serve several threads, each with
 * flows of its own.
 */
public final class Gleam {

    private final Project project;

    public Gleam(Project project) {
        this.project = project;
    }

    /** A flow that may run, and what is worth a warning nevertheless. */
    public record Loaded(Flow flow, List<Problem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads and checks a descriptor; runs nothing.
     *
     * @throws InvalidFlowException with everything that is wrong
     * @throws IOException when the file cannot be read
     */
    public Loaded load(Path descriptor) throws InvalidFlowException, IOException {
        throw new UnsupportedOperationException("soon: " + project + descriptor);
    }

    /**
     * The plan as text: stages, shards, processes and exchanges.
     *
     * @param partitions from the command line; wins over {@code defaults}
     */
    public String explain(Flow flow, OptionalInt partitions) throws FailureException {
        throw new UnsupportedOperationException("soon");
    }

    /**
     * Runs a flow that {@link #load} gave: all outputs are published, or none.
     *
     * @throws FailureException when it failed; nothing has changed then
     * @throws InterruptedException when the calling thread was interrupted; everything started has ended
     */
    public RunReport run(Flow flow, OptionalInt partitions, RunListener listener)
            throws FailureException, InterruptedException {
        throw new UnsupportedOperationException("soon");
    }

    /** Finishes a publication that an earlier, killed run had begun; does nothing when there is none. */
    public void recover() throws IOException {
        throw new UnsupportedOperationException("soon");
    }
}
