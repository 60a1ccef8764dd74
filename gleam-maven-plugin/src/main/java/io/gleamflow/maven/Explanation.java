package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;

/** How flows would run, one after the other. */
interface Explanation {

    /**
     * Adds one.
     *
     * @throws FailureException when a source has no files to read; nothing is added then
     */
    void add(Gleam gleam, Flow flow, Tuning tuning) throws FailureException;

    /** All of them. */
    String text();
}
