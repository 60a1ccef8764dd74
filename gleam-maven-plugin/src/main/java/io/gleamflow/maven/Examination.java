package io.gleamflow.maven;

import io.gleamflow.process.ProgramAnswer;
import io.gleamflow.process.ProgramSearch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the machine for what flows need, and at what would surprise. */
final class Examination {

    private static final long MB = 1L << 20;
    private static final long LITTLE_SPACE = 1024 * MB;
    private static final long SMALL_HEAP = 256 * MB;
    private static final int FIRST_JAVA = 17;

    private final Path base;
    private final String luajit;
    private final @Nullable String maven;

    /**
     * @param luajit the program for {@code runtime: luajit}
     * @param maven its version
     */
    Examination(Path base, String luajit, @Nullable String maven) {
        this.base = base;
        this.luajit = luajit;
        this.maven = maven;
    }

    List<Finding> findings() throws InterruptedException {
        List<Finding> all = new ArrayList<>();
        all.add(Finding.right("Maven", maven == null ? "unknown" : maven));
        all.add(java());
        all.add(launcher());
        all.add(heap());
        all.add(Finding.right("cores", String.valueOf(Runtime.getRuntime().availableProcessors())));
        all.add(Finding.right("Lua", "built in (luaj)"));
        all.add(luajit());
        all.add(shell());
        all.add(temporary());
        all.add(fileNames());
        return all;
    }

    private static Finding java() {
        String found = Runtime.version() + " of " + System.getProperty("java.vendor");
        return Runtime.version().feature() >= FIRST_JAVA
                ? Finding.right("Java", found)
                : Finding.fatal("Java", found, "gleam needs Java 17 or later");
    }

    /** Workers are started with it. */
    private static Finding launcher() {
        Path directory = Path.of(System.getProperty("java.home"), "bin");
        boolean there =
                Files.isExecutable(directory.resolve("java")) || Files.isExecutable(directory.resolve("java.exe"));
        return there
                ? Finding.right("workers", directory.resolve("java").toString())
                : Finding.fatal("workers", "no java in " + directory, "run Maven with a whole JDK or JRE");
    }

    private static Finding heap() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = heap / MB + " MB for Maven";
        return heap >= SMALL_HEAP
                ? Finding.right("memory", found)
                : Finding.warning("memory", found, "give Maven more: MAVEN_OPTS=-Xmx512m");
    }

    private Finding luajit() throws InterruptedException {
        Optional<Path> program = ProgramSearch.find(luajit, base);
        if (program.isEmpty()) {
            return Finding.warning(
                    "luajit",
                    "no `" + luajit + "` on the PATH",
                    "only flows with `runtime: luajit` need it: install luajit, or say where it is with"
                            + " -Dgleam.luajit=");
        }
        return ProgramAnswer.of(List.of(program.get().toString(), "-v"))
                .map(version -> Finding.right("luajit", version + ", " + program.get()))
                .orElseGet(() -> Finding.warning(
                        "luajit", program.get() + " does not tell its version", "is it LuaJIT? try `luajit -v`"));
    }

    private Finding shell() throws InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Optional<Path> sh = ProgramSearch.find(windows ? "sh.exe" : "sh", base);
        if (sh.isEmpty()) {
            return Finding.warning(
                    "sh",
                    "not on the PATH" + (windows ? " (PATHEXT is " + System.getenv("PATHEXT") + ")" : ""),
                    "only shell steps need it"
                            + (windows ? ": install Git for Windows and put its bin on the PATH" : ""));
        }
        String test = "(set -o pipefail) 2>/dev/null && echo yes || echo no";
        Optional<String> pipefail = ProgramAnswer.of(List.of(sh.get().toString(), "-c", test));
        return pipefail.filter("yes"::equals).isPresent()
                ? Finding.right("sh", sh.get() + ", with pipefail")
                : Finding.warning(
                        "sh",
                        sh.get() + ", without pipefail",
                        "in a pipeline of a shell step only the last program's failure counts; `shell: bash` and"
                                + " `set -o pipefail` change that");
    }

    private static Finding temporary() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Path file = Files.createTempFile(directory, "gleam-doctor", ".tmp");
            Files.delete(file);
            long space = Files.getFileStore(directory).getUsableSpace();
            String found = directory + ", " + space / MB + " MB free";
            return space >= LITTLE_SPACE
                    ? Finding.right("temporary files", found)
                    : Finding.warning(
                            "temporary files", found, "point -Djava.io.tmpdir at a larger disk, or make room");
        } catch (IOException e) {
            return Finding.fatal(
                    "temporary files", directory + " cannot be written", "point -Djava.io.tmpdir at another directory");
        }
    }

    private static Finding fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "unknown");
        String found = encoding + ", " + Locale.getDefault();
        try {
            return Path.of("\u00e9\u4e2d").toString().equals("\u00e9\u4e2d")
                    ? Finding.right("names of files", found)
                    : odd(found);
        } catch (InvalidPathException e) {
            return odd(found);
        }
    }

    private static Finding odd(String found) {
        return Finding.warning(
                "names of files",
                found,
                "names with other letters than ASCII cannot be opened; set LC_ALL=C.UTF-8 before Maven starts");
    }
}
