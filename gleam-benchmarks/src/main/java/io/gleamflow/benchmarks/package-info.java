/** JMH benchmarks of what is hot, which {@code jmh.sh} runs, and what scripts that measure need. */
@NullMarked
package io.gleamflow.benchmarks;

import org.jspecify.annotations.NullMarked;
