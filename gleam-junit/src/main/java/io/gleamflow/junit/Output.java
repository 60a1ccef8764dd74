package io.gleamflow.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of the type {@code java.nio.file.Path} of a test: a file that its flows have written. A test that asks for a
 * file they have not written fails, and is told what they have.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Output {

    /** The path below {@code ${out}}, or one relative to the project; nothing for the directory {@code ${out}} itself. */
    String value() default "";
}
