/** Checks what the example flows came to in this build. */
@NullMarked
package io.gleamflow.examples;

import org.jspecify.annotations.NullMarked;
