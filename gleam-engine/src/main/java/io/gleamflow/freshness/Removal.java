package io.gleamflow.freshness;

import io.gleamflow.freshness.States.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes files that gleam wrote, and that are as and where it wrote them. A link is of somebody else, and what it leads to is his
 * affair.
 *
 * @param base of the project
 * @param build its build directory
 */
record Removal(Path base, Path build) {

    /** What all states but these say was written. */
    static Set<String> claims(States states, Collection<Stored> without) {
        Set<String> claims = new HashSet<>();
        Set<Path> files = new HashSet<>();
        without.forEach(stored -> files.add(stored.file()));
        states.all().stream()
                .filter(stored -> !files.contains(stored.file()))
                .forEach(stored -> stored.state()
                        .outputs()
                        .forEach(output -> claims.addAll(List.of(output.path(), output.real()))));
        return claims;
    }

    /**
     * What cannot be removed stays; it is not worth a failure.
     *
     * @param claimed names of files that others write, and where these are
     */
    Removed of(String descriptor, List<FlowState.Output> outputs, Set<String> claimed) {
        List<String> removed = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> linked = new ArrayList<>();
        for (FlowState.Output output : outputs) {
            if (!claimed.contains(output.path()) && !claimed.contains(output.real())) {
                try {
                    Path file = base.resolve(output.path());
                    if (Files.isSymbolicLink(file)) {
                        linked.add(output.path());
                    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        List<String> where = isAsWritten(file, output) ? removed : kept;
                        (isWhereItWas(file, output) ? where : linked).add(output.path());
                    }
                } catch (InvalidPathException spoilt) {
                    // nothing gleam has written
                }
            }
        }
        removed.removeIf(path -> !delete(base.resolve(path), kept, path));
        return new Removed(descriptor, removed, kept, linked);
    }

    /** A directory on the way may be a link to another one since. */
    private boolean isWhereItWas(Path file, FlowState.Output output) {
        try {
            return FlowState.Output.real(file, base).equals(output.real());
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isAsWritten(Path file, FlowState.Output output) {
        try {
            return Digest.of(file).equals(output.mark().sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean delete(Path file, List<String> kept, String path) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            kept.add(path);
            return false;
        }
        deleteEmpty(file.toAbsolutePath().normalize().getParent());
        return true;
    }

    /** Never the project, its build directory, or anything outside of it, to which a link may lead. */
    private void deleteEmpty(@Nullable Path directory) {
        Path at = directory;
        try {
            while (at != null
                    && isOurs(at)
                    && at.toRealPath().equals(base.toRealPath().resolve(base.relativize(at)))) {
                Files.delete(at);
                at = at.getParent();
            }
        } catch (IOException inUse) {
            // not empty
        }
    }

    private boolean isOurs(Path directory) {
        return directory.startsWith(base) && !base.startsWith(directory) && !build.startsWith(directory);
    }
}
