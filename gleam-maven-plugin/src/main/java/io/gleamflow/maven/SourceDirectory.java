package io.gleamflow.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** Finds the descriptors below a directory. */
final class SourceDirectory {

    private final List<PathPattern> includes;
    private final List<PathPattern> excludes;

    SourceDirectory(List<String> includes, List<String> excludes) {
        this.includes = PathPattern.all(includes);
        this.excludes = PathPattern.all(excludes);
    }

    /**
     * The flows in the order of their paths; none when there is no such directory.
     *
     * @throws MojoFailureException when two flows have the same name, since names select flows and their parameters
     */
    List<FlowFile> flows(Path directory) throws MojoFailureException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return unique(paths.filter(path -> included(slashed(directory.relativize(path))))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> slashed(directory.relativize(path))))
                    .map(FlowFile::at)
                    .toList());
        } catch (IOException e) {
            throw new MojoFailureException("cannot list " + directory + ": " + e, e);
        }
    }

    private boolean included(String path) {
        return includes.stream().anyMatch(p -> p.matches(path))
                && excludes.stream().noneMatch(p -> p.matches(path));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<FlowFile> unique(List<FlowFile> flows) throws MojoFailureException {
        Map<String, FlowFile> byName = new HashMap<>();
        for (FlowFile flow : flows) {
            FlowFile other = byName.put(flow.name(), flow);
            if (other != null) {
                throw new MojoFailureException("two flows are called `" + flow.name() + "`: " + other.path() + " and "
                        + flow.path() + "; rename one or exclude it with <excludes>");
            }
        }
        return flows;
    }
}
