package io.gleamflow.local;

import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** Files that a step is to read and that are not there, or cannot be read. */
final class MissingFiles {

    private MissingFiles() {}

    /** The failure of the step. */
    static FailureException failure(SourceStep.Read read, Text path, IOException e) {
        boolean told = e instanceof SourceException || e instanceof AccessDeniedException;
        String message = told ? String.valueOf(e.getMessage()) : "cannot read " + path.value() + ": " + e.getMessage();
        Blame blame = e instanceof SourceException ? Blame.DATA : Blame.RESOURCES;
        return new FailureException(Failure.of(blame, path.place(), read.head().title(), message), e);
    }
}
