package io.gleamflow.lua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The luajit on the path, against which ours is held. A test that needs it is skipped where there is none. */
final class LuaJit {
    private static final int MINUTE = 60;

    private LuaJit() {}

    static void assumePresent() {
        boolean present;
        try {
            present = new ProcessBuilder("luajit", "-v").start().waitFor() == 0;
        } catch (IOException e) {
            present = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Assumptions.assumeTrue(present, "luajit is not installed: nothing to compare with");
    }

    /** What a script prints, as Latin-1, so that bytes stay bytes. */
    static List<String> run(Path directory, String name, byte[] script) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        Files.write(file, script);
        Path printed = directory.resolve(name + ".printed");
        Process process = new ProcessBuilder("luajit", name)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("luajit does not end");
        }
        return lines(Files.readAllBytes(printed));
    }

    static List<String> lines(byte[] printed) {
        return new String(printed, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
