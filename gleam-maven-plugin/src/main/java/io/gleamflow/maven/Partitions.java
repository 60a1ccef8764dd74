package io.gleamflow.maven;

import java.util.OptionalInt;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code partitions}. */
final class Partitions {

    private Partitions() {}

    static OptionalInt of(@Nullable Integer given) throws MojoFailureException {
        if (given == null) {
            return OptionalInt.empty();
        }
        if (given < 1) {
            throw new MojoFailureException("gleam.partitions is " + given + "; it must be 1 or more");
        }
        return OptionalInt.of(given);
    }
}
