/**
 * The algorithms rows go through, each an {@link io.gleamflow.operator.Operator} that hands its rows on to another sink;
 * joins pull from two {@link io.gleamflow.operator.MergedRuns} instead. They see no process, frame or file: memory comes
 * from the {@link io.gleamflow.operator.Budget} of the run, spills from its {@link io.gleamflow.operator.SpillStore}.
 * An operator holds nothing once it has ended; after a failure, closing the first of a chain closes those behind it.
 */
@NullMarked
package io.gleamflow.operator;

import org.jspecify.annotations.NullMarked;
