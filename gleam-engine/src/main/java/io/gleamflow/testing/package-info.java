/**
 * Tests of flows: {@link io.gleamflow.testing.FlowTests} runs the cases of a descriptor, and
 * {@link io.gleamflow.testing.TestsCheck} finds what is wrong with them before.
 *
 * <p>Both a test and whatever else wants to look into a flow without touching anything use a
 * {@link io.gleamflow.testing.Rehearsal}: {@code Rehearsal.of(flow, directory)} redirects what the flow writes into the
 * directory; {@code with} puts another source in the place of a dataset's first step, {@code only} leaves out what some datasets
 * do not need, and {@code catching} keeps the rows behind a step. {@code run} then runs it as any flow is run, and
 * {@link io.gleamflow.testing.Rehearsed} has the rows, in a file, of which as many as are wanted can be read. To see the first
 * rows behind every step of a real flow, put {@code limit} behind its sources ({@code Rehearsal.limited}) and catch behind
 * every step.
 */
@NullMarked
package io.gleamflow.testing;

import org.jspecify.annotations.NullMarked;
