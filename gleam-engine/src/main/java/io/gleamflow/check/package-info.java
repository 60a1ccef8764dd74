/**
 * Decides whether a flow may run: {@link io.gleamflow.check.FlowChecker} follows the columns from step to step, looks into
 * Lua texts and formats, and for the files. Everything wrong comes out together; a flow that passes can be planned.
 */
@NullMarked
package io.gleamflow.check;

import org.jspecify.annotations.NullMarked;
