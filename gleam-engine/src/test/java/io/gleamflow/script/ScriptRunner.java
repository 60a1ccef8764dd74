package io.gleamflow.script;

import io.gleamflow.lua.LuaFailure;
import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.lua.LuaWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The two Luas that run scripts with the libraries of gleam. What is printed is Latin-1, so that bytes stay bytes. */
enum ScriptRunner {
    JVM {
        @Override
        String run(Path directory, byte[] script) throws InterruptedException {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            // a stack as large as a worker's
            Thread thread = new Thread(null, () -> runInto(printed, script), "lua", STACK);
            thread.start();
            thread.join();
            return printed.toString(StandardCharsets.ISO_8859_1);
        }
    },
    LUAJIT {
        @Override
        String run(Path directory, byte[] script) throws IOException, InterruptedException {
            assumePresent();
            Files.write(directory.resolve(SCRIPT), script);
            Files.writeString(directory.resolve("main.lua"), main());
            Path printed = directory.resolve("printed");
            // at the level of workers
            Process process = new ProcessBuilder("luajit", "-O2", "main.lua")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("luajit does not end");
            }
            return Files.readString(printed, StandardCharsets.ISO_8859_1);
        }
    };

    private static final String SCRIPT = "script.lua";
    private static final long STACK = 64L << 20;
    private static final int MINUTE = 60;
    private static final Path FILES = Path.of("src/main/resources/io/gleamflow/script");
    private static final Path HARNESS = Path.of("src/test/resources/libraries/harness.lua");

    /**
     * What a script prints; its failure, if any, is the last line. Skips the test where there is no luajit.
     *
     * @param directory for files
     */
    abstract String run(Path directory, byte[] script) throws IOException, InterruptedException;

    /** Runs a script that uses the functions of {@code harness.lua}. */
    String runWithHarness(Path directory, String script) throws IOException, InterruptedException {
        String harness = Files.readString(HARNESS);
        return run(directory, (harness + script).getBytes(StandardCharsets.UTF_8));
    }

    private static void runInto(ByteArrayOutputStream printed, byte[] script) {
        try (LuaWorld world = LuaWorld.create(printed::write)) {
            Libraries.into(world);
            world.load(script, SCRIPT, 1).call();
        } catch (LuaSyntaxException e) {
            printed.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException | Error e) {
            printed.writeBytes(LuaFailure.of(e).text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void assumePresent() throws InterruptedException {
        boolean present;
        try {
            present = new ProcessBuilder("luajit", "-v").start().waitFor() == 0;
        } catch (IOException e) {
            present = false;
        }
        Assumptions.assumeTrue(present, "luajit is not installed: nothing to compare with");
    }

    /** The prelude with its files from the directory they are in. */
    private static String main() {
        String names = Libraries.NAMES.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return """
                local files = "%s/"
                local function open(name) return assert(loadfile(files .. name .. ".lua")) end
                open("prelude")(open, %s)
                dofile("%s")
                """.formatted(FILES.toAbsolutePath(), names, SCRIPT);
    }

    /** A text as a Lua literal in ASCII. */
    static String literal(byte[] text) {
        StringBuilder literal = new StringBuilder("\"");
        for (byte each : text) {
            int b = each & 0xff;
            if (b >= ' ' && b < 0x7f && b != '"' && b != '\\') {
                literal.append((char) b);
            } else {
                literal.append("\\%03d".formatted(b));
            }
        }
        return literal.append('"').toString();
    }

    static String literal(String text) {
        return literal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@code show_escaped} prints for a text. */
    static String shown(byte[] text) {
        return literal(text).replace("\\010", "\\n").replace("\\034", "\\\"").replace("\\092", "\\\\");
    }

    static String shown(String text) {
        return shown(text.getBytes(StandardCharsets.UTF_8));
    }
}
