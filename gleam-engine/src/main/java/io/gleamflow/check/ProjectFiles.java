package io.gleamflow.check;

import io.gleamflow.connector.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files of a project, as far as the check looks at them.
 *
 * @param base what paths are relative to
 * @param build what is below it may be made later and is never called missing
 */
public record ProjectFiles(Path base, Path build) {

    public ProjectFiles {
        base = base.toAbsolutePath().normalize();
        build = base.resolve(build).normalize();
    }

    /** Where a path leads; empty when it is none. */
    Optional<Path> resolve(String path) {
        try {
            return Optional.of(base.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a path or glob is below the build directory. */
    boolean isMadeLater(String path) {
        Optional<Path> file = resolve(fixed(path));
        return file.isPresent() && file.get().startsWith(build);
    }

    /** The directories before the first part of a path that is a pattern; the path when none is. */
    private static String fixed(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (SourceFiles.isGlob(path.substring(i, i + 1))) {
                return path.substring(0, path.lastIndexOf('/', i) + 1);
            }
        }
        return path;
    }

    /** Why a path or glob of {@code read} has no files; empty when it has some. */
    Optional<String> missing(String path) {
        try {
            SourceFiles.find(base, path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.of("`" + path + "` cannot be looked for: " + e.getMessage());
        }
    }

    /** Whether a path is one and a glob can be understood. */
    boolean isGlobRight(String path) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
            return SourceFiles.isGlob(path) || resolve(path).isPresent();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    boolean isDirectory(String path) {
        Optional<Path> file = resolve(path);
        return path.endsWith("/") || file.isPresent() && Files.isDirectory(file.get());
    }

    boolean isGlob(String path) {
        return SourceFiles.isGlob(path);
    }

    /** Whether a glob of {@code read} means a file, though it may not be there. */
    boolean matches(String glob, Path file) {
        Path shown = glob.startsWith("/") || !file.startsWith(base) ? file : base.relativize(file);
        return isGlobRight(glob)
                && Stream.of(glob, glob.replace("**/", ""))
                        .anyMatch(each -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + each)
                                .matches(shown));
    }
}
