package io.gleamflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Children for tests: scripts in files, and ways to see who lives. */
final class Shells {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Shells() {}

    /** Skips a test where the system has no process groups or no way to look at them. */
    static void assumeGroups() {
        assumeTrue(ProgramSearch.tool("sh").isPresent(), "no sh");
        assumeTrue(ProgramSearch.tool("setsid").isPresent(), "no setsid");
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc");
    }

    /** A script in a file of its own in the directory. */
    static Command script(Path directory, String title, String text) throws IOException {
        Path file = Files.createTempFile(directory, "script", ".sh");
        Files.writeString(file, text);
        return new Command(title, List.of("sh", file.toString()), Map.of(), directory);
    }

    /** Waits for what must become true soon. */
    static void eventually(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(10);
        }
    }

    /** The process id that a script has written to a file. */
    static long pidIn(Path file) throws Exception {
        eventually(
                file + " holds a process id",
                () -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        return Long.parseLong(Files.readString(file).strip());
    }

    /** Whether a process runs; one that has ended and only waits to be collected does not. */
    static boolean lives(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }

    static List<String> gleamThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gleam-"))
                .toList();
    }
}
