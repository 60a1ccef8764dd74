package io.gleamflow.operator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Closes several things, all of them, whatever happens. */
final class Closing {

    private Closing() {}

    /** Closes each; the first failure is thrown when all are done, with the others as suppressed. */
    static void all(Collection<? extends Closeable> resources) {
        @Nullable UncheckedIOException failure = null;
        for (Closeable resource : resources) {
            try {
                resource.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = new UncheckedIOException(e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
