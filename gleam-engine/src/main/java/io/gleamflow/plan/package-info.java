/**
 * How a flow is going to run, as data: {@link io.gleamflow.plan.Planner} turns a checked flow into a {@link
 * io.gleamflow.plan.Plan} of stages; a plan that exists can be run.
 */
@NullMarked
package io.gleamflow.plan;

import org.jspecify.annotations.NullMarked;
