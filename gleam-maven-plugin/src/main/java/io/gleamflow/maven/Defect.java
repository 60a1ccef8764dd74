package io.gleamflow.maven;

import io.gleamflow.problem.Failure;
import org.apache.maven.plugin.MojoExecutionException;

/** Says that gleam itself is wrong, so that nobody searches their flow for the mistake. */
final class Defect {

    private static final String CURE =
            " -- this is a defect of gleam, not of your flow; please report it with the output" + " of `mvn -e`";

    private Defect() {}

    static MojoExecutionException in(Throwable unexpected) {
        return new MojoExecutionException(unexpected + CURE, unexpected);
    }

    static MojoExecutionException in(Failure failure, Throwable cause) {
        return new MojoExecutionException(failure + CURE, cause);
    }
}
