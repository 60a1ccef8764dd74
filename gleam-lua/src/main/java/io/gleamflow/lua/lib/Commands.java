package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** Commands of the shell. None ever sees the standard input or output of this process. */
final class Commands {
    private static final int CANNOT_RUN = 127;
    private static final int BUFFER = 8192;

    private Commands() {}

    /** Runs a command to its end; the exit code. */
    static int run(String command, LuaOutput output) {
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectError(Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = process.getInputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    output.print(buffer, 0, n);
                }
            }
            return process.waitFor();
        } catch (IOException e) {
            return CANNOT_RUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANNOT_RUN;
        }
    }

    /** Starts a command whose output is read. */
    static Process start(String command) throws IOException {
        return new ProcessBuilder("sh", "-c", command)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** A command that is written to. What it prints is kept, and printed when it is closed. */
    static ByteFile writable(String command, LuaOutput output) throws IOException {
        Path printed = java.nio.file.Files.createTempFile("lua_", "");
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(Redirect.INHERIT)
                .redirectOutput(printed.toFile())
                .start();
        InputStream read = java.nio.file.Files.newInputStream(printed);
        boolean vanished = Files.vanish(printed);
        InputStream whenClosed = new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public void close() throws IOException {
                try {
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                byte[] bytes = read.readAllBytes();
                read.close();
                if (!vanished) {
                    java.nio.file.Files.delete(printed);
                }
                output.print(bytes, 0, bytes.length);
            }
        };
        return new StreamFile(whenClosed, new BufferedOutputStream(process.getOutputStream()), process);
    }
}
