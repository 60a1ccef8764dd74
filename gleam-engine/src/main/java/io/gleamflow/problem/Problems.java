package io.gleamflow.problem;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything wrong with a flow, so that all of it is told at once. Not thread-safe. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Records one problem; the same problem at the same place is kept once. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Records an error without a hint. */
    public void error(Place place, String message) {
        add(Problem.error(place, message));
    }

    public boolean hasErrors() {
        for (Problem problem : found) {
            if (problem.isError()) {
                return true;
            }
        }
        return false;
    }

    /** Everything found so far, in the order of places. */
    public List<Problem> all() {
        // most flows have none, and need not load what sorts them
        return found.isEmpty()
                ? List.of()
                : found.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }

    /**
     * Does nothing when there are only warnings.
     *
     * @throws InvalidFlowException with everything found, warnings too
     */
    public void throwIfErrors() throws InvalidFlowException {
        if (hasErrors()) {
            throw new InvalidFlowException(all());
        }
    }
}
