package io.gleamflow.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files that the paths of a {@code read} stand for. */
public final class SourceFiles {

    private static final Set<Character> WILD = Set.of('*', '?', '[', '{');

    private SourceFiles() {}

    /** Whether a path has wildcards. */
    public static boolean isGlob(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (WILD.contains(path.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The directory below which a glob looks for files. */
    public static Path root(Path base, String glob) {
        return base.resolve(fixedPart(glob));
    }

    /**
     * The files of a path or glob, in the order of their names' bytes; paths are relative to {@code base}. A glob follows
     * symbolic links; files and directories that start with a dot match only a pattern that says so.
     *
     * @throws SourceException when there is no such file, it is a directory or no regular file, or a glob matches nothing
     * @throws AccessDeniedException when it may not be read
     */
    public static List<Path> find(Path base, String path) throws IOException {
        if (!isGlob(path)) {
            Path file = base.resolve(path);
            check(file, path);
            return List.of(file);
        }
        Path root = root(base, path);
        if (!Files.isDirectory(root)) {
            throw new SourceException("no file matches " + path + ": there is no directory " + fixedPart(path));
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escaped(base) + "/" + path);
        PathMatcher top =
                FileSystems.getDefault().getPathMatcher("glob:" + escaped(base) + "/" + path.replace("**/", ""));
        boolean absolute = Path.of(path.replaceAll("[*?\\[{].*", "")).isAbsolute();
        PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + path);
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = walk.filter(file -> absolute
                            ? whole.matches(file)
                            : matcher.matches(file) || path.contains("**/") && top.matches(file))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(
                            file -> file.toString().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                    .toList();
            if (found.isEmpty()) {
                throw new SourceException("no file matches " + path);
            }
            for (Path file : found) {
                check(file, (file.startsWith(base) ? base.relativize(file) : file).toString());
            }
            return found;
        } catch (UncheckedIOException e) {
            // thrown while walking
            if (e.getCause() instanceof FileSystemLoopException loop) {
                throw new SourceException(path + " leads in a circle: " + loop.getFile() + " is a link to where it is");
            }
            throw e.getCause();
        }
    }

    /** Opens nothing: opening a named pipe may take for ever. */
    private static void check(Path file, String shown) throws IOException {
        if (!Files.exists(file)) {
            throw new SourceException("there is no file " + shown);
        }
        if (Files.isDirectory(file)) {
            throw new SourceException(shown + " is a directory");
        }
        if (!Files.isRegularFile(file)) {
            throw new SourceException(shown + " is no regular file; read it with {command: cat …}");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(shown, null, "this user may not read it");
        }
    }

    /** The directories before the first wildcard. */
    private static String fixedPart(String glob) {
        int wild = 0;
        while (!WILD.contains(glob.charAt(wild))) {
            wild++;
        }
        int slash = glob.lastIndexOf('/', wild);
        return slash < 0 ? "" : glob.substring(0, slash + 1);
    }

    private static String escaped(Path base) {
        return base.toString().replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }
}
