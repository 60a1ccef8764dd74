/**
 * Frames between processes: {@link io.gleamflow.wire.FrameInput} and {@link io.gleamflow.wire.FrameOutput} carry rows and,
 * between the engine and its own workers, control maps; {@link io.gleamflow.wire.ValueCodec} turns single values into
 * bytes and back.
 */
@NullMarked
package io.gleamflow.wire;

import org.jspecify.annotations.NullMarked;
