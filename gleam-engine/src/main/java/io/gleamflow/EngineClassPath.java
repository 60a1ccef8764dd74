package io.gleamflow;

import io.gleamflow.connector.Formats;
import io.gleamflow.lua.LuaWorld;
import io.gleamflow.wire.ValueCodec;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a worker needs, wherever this JVM has loaded it from. */
public final class EngineClassPath {

    private EngineClassPath() {}

    /** The engine, its Lua and the libraries of both. */
    public static List<Path> ofWorkers() {
        Set<Path> files = new LinkedHashSet<>();
        files.add(origin(Gleam.class));
        files.add(origin(LuaWorld.class));
        files.add(origin(ValueCodec.library()));
        for (Class<?> library : Formats.libraries()) {
            files.add(origin(library));
        }
        return List.copyOf(files);
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
