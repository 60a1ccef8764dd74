package io.gleamflow.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds programs as {@code execvp} does. */
public final class ProgramSearch {

    private static final String STANDARD_PATH = "/usr/bin:/bin";

    private ProgramSearch() {}

    /** A standard tool, such as {@code sh}, on the path of this JVM or where every Unix has it. */
    static Optional<Path> tool(String name) {
        if (isWindows()) {
            return Optional.empty();
        }
        String path = System.getenv("PATH");
        return onPath(name, path == null ? STANDARD_PATH : path + ":" + STANDARD_PATH, Path.of("/"));
    }

    /**
     * A program by its name, on the path of this JVM, or by its path.
     *
     * @param directory paths are relative to it
     */
    public static Optional<Path> find(String program, Path directory) {
        if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
            return Optional.of(directory.resolve(program)).filter(ProgramSearch::isProgram);
        }
        String path = System.getenv("PATH");
        return onPath(program, path == null ? STANDARD_PATH : path, directory);
    }

    /** The program of a command whose child will have this {@code PATH}; refuses what cannot be started. */
    static String program(Command command, @Nullable String path) throws IOException {
        String name = command.argv().get(0);
        if (isWindows() || name.indexOf('\0') >= 0) {
            return name;
        }
        if (name.indexOf('/') < 0) {
            return onPath(name, path == null ? STANDARD_PATH : path, command.directory())
                    .map(Path::toString)
                    .orElseThrow(() -> new IOException(
                            "Cannot start " + command.title() + ": no program '" + name + "' on the PATH"));
        }
        Path file = command.directory().resolve(name);
        if (!Files.exists(file)) {
            throw new IOException("Cannot start " + command.title() + ": there is no program " + file);
        }
        if (!isProgram(file)) {
            throw new IOException("Cannot start " + command.title() + ": " + file + " is not executable");
        }
        return name;
    }

    private static Optional<Path> onPath(String name, String path, Path directory) {
        for (String element : path.split(File.pathSeparator, -1)) {
            Path file = directory.resolve(element).resolve(name);
            if (isProgram(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
