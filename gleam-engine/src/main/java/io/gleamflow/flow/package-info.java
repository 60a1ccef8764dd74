/**
 * What a descriptor says, as data: a {@link io.gleamflow.flow.Flow} of datasets, each a list of
 * {@link io.gleamflow.flow.Step}s with their places. Nothing here reads, runs or checks anything.
 */
@NullMarked
package io.gleamflow.flow;

import org.jspecify.annotations.NullMarked;
