/**
 * The algorithms rows go through, each an {@link io.gleamflow.row.RowSink} that hands its rows on to another. They
 * see no process, frame or file: memory and spills come from {@link io.gleamflow.operator.SpillStore}.
 */
@NullMarked
package io.gleamflow.operator;

import org.jspecify.annotations.NullMarked;
