/** Input for measurements, of any size and always the same: {@code Generate}. */
@NullMarked
package io.gleamflow.benchmarks.data;

import org.jspecify.annotations.NullMarked;
