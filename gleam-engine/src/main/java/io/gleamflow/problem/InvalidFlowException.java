package io.gleamflow.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A flow cannot run; carries every problem found, errors and warnings, in the order of places. */
public final class InvalidFlowException extends Exception {

    private final transient List<Problem> problems;

    public InvalidFlowException(List<Problem> problems) {
        super(problems.stream().filter(Problem::isError).map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
