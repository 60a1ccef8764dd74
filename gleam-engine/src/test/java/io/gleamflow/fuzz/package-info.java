/**
 * Hostile bytes for every reader of what comes from outside: mutations of good inputs, the same for the same seed. {@code
 * Fuzz} runs a reader on them and holds the bounds of memory and time; CONTRIBUTING says how to run it for longer.
 */
@org.jspecify.annotations.NullMarked
package io.gleamflow.fuzz;
