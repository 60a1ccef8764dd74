package io.gleamflow;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the user keeps what can be made again: {@code $XDG_CACHE_HOME}, or else {@code ~/.cache}. */
final class UserCache {

    private UserCache() {}

    /** The directory for archives of classes, which need not be there; empty when the user has no home. */
    static Optional<Path> archives() {
        Path cache = variable("XDG_CACHE_HOME");
        if (cache == null) {
            Path home = variable("HOME");
            cache = home == null ? null : home.resolve(".cache");
        }
        return cache == null
                ? Optional.empty()
                : Optional.of(cache.resolve("gleam").resolve("cds"));
    }

    /** The absolute path that a variable of the environment is; null when it is none. */
    private static @Nullable Path variable(String name) {
        String value = System.getenv(name);
        try {
            return value != null && Path.of(value).isAbsolute() ? Path.of(value) : null;
        } catch (InvalidPathException strange) {
            return null;
        }
    }
}
