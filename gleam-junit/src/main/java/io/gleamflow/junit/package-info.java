/** Data for tests: {@link io.gleamflow.junit.Flow} on a test class or method runs a flow before it. */
@NullMarked
package io.gleamflow.junit;

import org.jspecify.annotations.NullMarked;
