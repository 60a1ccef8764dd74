/** What a runner promises: {@link io.gleamflow.run.FlowRunner} runs a plan and tells a {@link io.gleamflow.run.RunListener}. */
@NullMarked
package io.gleamflow.run;

import org.jspecify.annotations.NullMarked;
