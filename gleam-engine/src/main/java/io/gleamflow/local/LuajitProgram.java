package io.gleamflow.local;

import io.gleamflow.worker.WorkerMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The worker for {@code luajit}: Lua files of ours, which lie in the jar and are put beside the run's other files. Thread-safe. */
final class LuajitProgram {

    private static final List<String> PARTS = List.of(
            "main",
            "bit32",
            "bytes",
            "emitter",
            "encode",
            "expressions",
            "failure",
            "frames",
            "general",
            "guard",
            "int64",
            "keys",
            "lines",
            "messagepack",
            "operators",
            "previous",
            "random",
            "reduce",
            "row",
            "script",
            "shapes",
            "steps",
            "system",
            "world");

    private final String luajit;
    private final Path directory;
    private boolean written;

    /**
     * @param luajit a name to be found on the path, or a path
     * @param workDirectory of the run
     */
    LuajitProgram(String luajit, Path workDirectory) {
        this.luajit = luajit;
        this.directory = workDirectory.resolve("luajit");
    }

    synchronized List<String> commandLine() throws IOException {
        if (!written) {
            write();
            written = true;
        }
        return List.of(luajit, directory.resolve("main.lua").toString());
    }

    private void write() throws IOException {
        Files.createDirectories(directory);
        for (String part : PARTS) {
            try (InputStream in = WorkerMain.class.getResourceAsStream("luajit/" + part + ".lua")) {
                if (in == null) {
                    throw new IllegalStateException("the jar has no luajit/" + part + ".lua");
                }
                Files.copy(in, directory.resolve(part + ".lua"));
            }
        }
    }
}
