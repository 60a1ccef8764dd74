package io.gleamflow.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a flow: once before all tests of a class, or before the test whose method has it. When the flow is wrong or fails, so
 * do the tests, with what is wrong and its place in the descriptor.
 *
 * <pre>{@code
 * @Flow("customers.yaml")
 * class CustomersIT {
 *     @Test
 *     void areAnonymous(@Output("customers.csv") Path customers) { … }
 * }
 * }</pre>
 *
 * <p>Paths of data in the flow are relative to the project, as they are in a build. {@code ${out}} is a directory below
 * {@code target/gleam-junit} that belongs to the class, or to the method when the method has the annotation; it is empty when
 * the flow begins to run. Several flows run in the order they are written in, and share that directory.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Flows.class)
@ExtendWith(FlowExtension.class)
public @interface Flow {

    /**
     * The descriptor: a path below {@code src/test/gleam} or else below {@code src/main/gleam}, or one relative to the
     * project. The extension {@code .yaml} may be left out.
     */
    String value();

    /** Parameters of the flow, each as {@code name=value}. */
    String[] params() default {};
}
