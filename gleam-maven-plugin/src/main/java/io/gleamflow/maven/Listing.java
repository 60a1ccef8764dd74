package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Status;

/** Flows in a list, one after the other. Values of secrets do not come into its text. */
interface Listing {

    /** Adds a flow that can be run. */
    void add(FlowFile file, Flow flow, Status status);

    /** Adds one that cannot, and why. */
    void addUnusable(FlowFile file, String why);

    /** All of them. */
    String text();
}
