/** Where the time of a flow goes: {@code TopMethods} reads the recordings of its processes. */
@NullMarked
package io.gleamflow.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
