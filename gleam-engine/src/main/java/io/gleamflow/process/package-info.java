/**
 * Child processes that never outlive a run. The front door is {@link io.gleamflow.process.ChildProcesses}, one for each
 * run: it starts {@link io.gleamflow.process.Command}s, alone or joined by pipes, and ends whatever is left of them.
 * Nothing else in gleam starts processes.
 */
@NullMarked
package io.gleamflow.process;

import org.jspecify.annotations.NullMarked;
