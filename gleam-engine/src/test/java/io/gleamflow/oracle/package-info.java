/**
 * Random flows against a plain interpreter in memory. It is written from the description of the language and shares no
 * code with the engine: {@code FlowsDifferentialTest} is the front door, {@code Table} and {@code V} are the data.
 */
@org.jspecify.annotations.NullMarked
package io.gleamflow.oracle;
