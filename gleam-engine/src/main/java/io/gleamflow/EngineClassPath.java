package io.gleamflow;

import io.gleamflow.connector.Formats;
import io.gleamflow.lua.LuaWorld;
import io.gleamflow.wire.ValueCodec;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a worker needs, wherever this JVM has loaded it from. */
public final class EngineClassPath {

    private EngineClassPath() {}

    /** The engine, its Lua and the libraries of both. */
    public static List<Path> ofWorkers() {
        return Stream.concat(Stream.of(Gleam.class, LuaWorld.class, ValueCodec.library()), Formats.libraries().stream())
                .map(EngineClassPath::origin)
                .distinct()
                .toList();
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
