package io.gleamflow.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run may leave behind outside of its project: processes, threads, temporary files. Needs {@code /proc} to see
 * processes that have lost their parent; elsewhere only descendants of this JVM are seen.
 *
 * @param known what was there before the run
 */
record LeftBehind(Path project, Set<String> known) {

    /** Processes that were told to end may need a moment to be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Path PROC = Path.of("/proc");
    private static final long SELF = ProcessHandle.current().pid();

    /** Notes what is there before a run. */
    static LeftBehind before(Path project) throws IOException {
        return new LeftBehind(project, Set.copyOf(all(project)));
    }

    /** One line for each thing that is there, was not, and does not go away. */
    List<String> after() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> left = all(project).stream()
                    .filter(thing -> !known.contains(thing))
                    .toList();
            if (left.isEmpty() || System.nanoTime() > end) {
                return left;
            }
            Thread.sleep(5);
        }
    }

    /** Ends processes that were left, so that one failing case does not disturb the next. */
    void end() throws IOException {
        for (long pid : living(project)) {
            Optional<ProcessHandle> left = known.contains(process(pid)) ? Optional.empty() : ProcessHandle.of(pid);
            left.ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            });
        }
    }

    private static List<String> all(Path project) throws IOException {
        List<String> all = new ArrayList<>();
        living(project).forEach(pid -> all.add(process(pid)));
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gleam-"))
                .forEach(name -> all.add("thread " + name));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            files.filter(LeftBehind::isOurs).forEach(file -> all.add("temporary file " + file));
        }
        return all;
    }

    /** Others use the directory too; these are the names that gleam, its libraries and its workers make. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.contains("gleam")
                || name.contains("zstd")
                || name.startsWith("lua_")
                || name.startsWith("spill")
                || name.startsWith("row-");
    }

    private static String process(long pid) {
        String line;
        try {
            line = Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException gone) {
            line = "";
        }
        return "process " + pid + " " + (line.length() > 120 ? line.substring(0, 120) + "..." : line);
    }

    /** Descendants of this JVM, and all processes that work in the project or speak of it, whoever their parent is. */
    static Set<Long> living(Path project) throws IOException {
        Set<Long> pids =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        if (Files.isDirectory(PROC)) {
            try (Stream<Path> entries = Files.list(PROC)) {
                entries.map(entry -> entry.getFileName().toString())
                        .filter(name -> name.chars().allMatch(Character::isDigit))
                        .map(Long::valueOf)
                        .filter(pid -> pid != SELF && belongs(pid, project))
                        .forEach(pids::add);
            }
            pids.removeIf(LeftBehind::hasEnded);
        }
        return pids;
    }

    private static boolean belongs(long pid, Path project) {
        try {
            Path directory = Files.readSymbolicLink(PROC.resolve(pid + "/cwd"));
            return directory.startsWith(project)
                    || Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                            .contains(project.toString());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** Gone, or only waiting to be collected. */
    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return true;
        }
    }
}
