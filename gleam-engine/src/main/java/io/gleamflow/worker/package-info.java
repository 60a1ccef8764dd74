/**
 * The child's side of a Lua chain: {@link io.gleamflow.worker.WorkerMain} takes one {@link io.gleamflow.worker.TaskSpec}
 * after the other, frames through, a closing status out.
 */
@NullMarked
package io.gleamflow.worker;

import org.jspecify.annotations.NullMarked;
