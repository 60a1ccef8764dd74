package io.gleamflow;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the user keeps what can be made again: {@code $XDG_CACHE_HOME}, or else {@code ~/.cache}. */
final class UserCache {

    private UserCache() {}

    /** The directory for archives of classes, which need not be there; empty when the user has no home. */
    static Optional<Path> archives() {
        return Stream.of(variable("XDG_CACHE_HOME"), variable("HOME").map(home -> home.resolve(".cache")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(cache -> cache.resolve("gleam").resolve("cds"));
    }

    private static Optional<Path> variable(String name) {
        try {
            return Optional.ofNullable(System.getenv(name)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }
}
