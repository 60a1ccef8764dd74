package io.gleamflow.maven;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem.Severity;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param place none when it is about no place in a file
 * @param hint how to mend it
 */
record Complaint(Severity severity, Optional<Place> place, String message, Optional<String> hint) {}
