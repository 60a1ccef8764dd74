/** The front door of the engine: {@link io.gleamflow.Gleam} loads, checks, explains and runs flows. */
@NullMarked
package io.gleamflow;

import org.jspecify.annotations.NullMarked;
