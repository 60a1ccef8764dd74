/**
 * What goes wrong outside of gleam: programs, scripts, files, disks, memory and processes that are killed. Each fault says
 * how the run has to end; whatever it does, no half output, process, thread or file may be left behind.
 */
@org.jspecify.annotations.NullMarked
package io.gleamflow.faults;
