package io.gleamflow.maven;

import io.gleamflow.problem.Place;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines that make GitHub show problems at their places in the files of a change. */
final class Annotations {

    private final Path base;
    private final Path root;
    private final Optional<Consumer<String>> out;

    private Annotations(Path base, Path root, Optional<Consumer<String>> out) {
        this.base = base.toAbsolutePath().normalize();
        this.root = root;
        this.out = out;
    }

    /**
     * For where this process runs.
     *
     * @param base what the files of places are relative to
     * @param out takes lines with their newlines
     */
    static Annotations of(Map<String, String> environment, Path base, Consumer<String> out) {
        boolean isWanted = "true".equals(environment.get("GITHUB_ACTIONS"));
        return new Annotations(base, root(environment, base), isWanted ? Optional.of(out) : Optional.empty());
    }

    /** The same wherever this process runs, for logs that come to GitHub by another way. */
    static Annotations always(Map<String, String> environment, Path base, Consumer<String> out) {
        return new Annotations(base, root(environment, base), Optional.of(out));
    }

    private static Path root(Map<String, String> environment, Path base) {
        String workspace = environment.getOrDefault("GITHUB_WORKSPACE", "");
        return (workspace.isEmpty() ? base : Path.of(workspace))
                .toAbsolutePath()
                .normalize();
    }

    void error(Place place, String message) {
        write("error", place, message);
    }

    void warning(Place place, String message) {
        write("warning", place, message);
    }

    private void write(String command, Place place, String message) {
        out.ifPresent(to -> {
            StringBuilder line = new StringBuilder("::" + command + " file=" + property(file(place)));
            if (place.line() > 0) {
                line.append(",line=").append(place.line());
            }
            if (place.column() > 0) {
                line.append(",col=").append(place.column());
            }
            to.accept(line.append("::").append(data(message)).append('\n').toString());
        });
    }

    private String file(Place place) {
        Path file = base.resolve(place.file()).normalize();
        Path shown = file.startsWith(root) ? root.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    private static String data(String text) {
        return Printable.text(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
