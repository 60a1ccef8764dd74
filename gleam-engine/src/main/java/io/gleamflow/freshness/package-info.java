/**
 * Knows whether what a flow would write is there already: {@link io.gleamflow.freshness.Freshness} compares what the flow
 * says, reads and has written with what was noted after its last run, and removes what it writes no more.
 */
@NullMarked
package io.gleamflow.freshness;

import org.jspecify.annotations.NullMarked;
