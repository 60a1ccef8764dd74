/**
 * Runs a plan on this machine: {@link io.gleamflow.local.LocalRunner} starts a thread for each task, {@link
 * io.gleamflow.local.Edge}s carry rows from stage to stage, the first failure ends everything.
 */
@NullMarked
package io.gleamflow.local;

import org.jspecify.annotations.NullMarked;
