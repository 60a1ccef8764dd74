package io.gleamflow.maven;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/**
 * What an editor that runs goals, such as Eclipse, shows of them: marks at lines that are wrong, and files that have changed.
 * On the command line there is none, and this does nothing: the context that is there would only log what the log has.
 */
final class Markers {

    private final Optional<BuildContext> context;
    private final Path base;
    private final String key;

    /**
     * @param base what names of files are relative to
     * @param execution of the goal; marks of others stay
     */
    Markers(BuildContext context, Path base, String execution) {
        this.context = context instanceof DefaultBuildContext ? Optional.empty() : Optional.of(context);
        this.base = base;
        this.key = "io.gleamflow." + execution + ".";
    }

    /** Whether somebody sees them. */
    boolean areSeen() {
        return context.isPresent();
    }

    /**
     * Whether there is something to look at again. The editor builds whenever a file is saved or written, so a goal that went
     * ahead each time would be the cause of its own next call.
     *
     * @param build directory with what builds write, which is no reason to look
     * @param others files and directories outside of the project that are
     */
    boolean isAsked(Path build, List<Path> others) {
        return context.map(present -> hasNews(present, build, others)).orElse(true);
    }

    private boolean hasNews(BuildContext present, Path build, List<Path> others) {
        // what was there the last time may be gone
        Set<String> watched = known(present, "watched");
        Set<String> now = new TreeSet<>();
        try (Stream<Path> entries = Files.list(base)) {
            entries.filter(entry -> !build.startsWith(entry)).forEach(entry -> now.add(entry.toString()));
        } catch (IOException e) {
            return true;
        }
        others.forEach(other -> now.add(other.toString()));
        present.setValue(key + "watched", List.copyOf(now));
        watched.addAll(now);
        return !present.isIncremental() || watched.stream().anyMatch(path -> present.hasDelta(new File(path)));
    }

    /**
     * Marks the places of complaints, and nothing else that this execution has marked before.
     *
     * @param looked the flows it is about
     * @param complaints of which equal ones, as flows with the same Lua have, are marked once
     * @param failure that the goal is going to end with, which the editor then does not show a second time
     */
    void replace(List<FlowFile> looked, List<Complaint> complaints, @Nullable Throwable failure) {
        context.ifPresent(to -> {
            Set<String> stale = known(to, "marked");
            looked.forEach(file -> stale.add(file.path().toString()));
            stale.forEach(file -> to.removeMessages(new File(file)));
            Set<String> marked = new TreeSet<>();
            for (Complaint complaint : new LinkedHashSet<>(complaints)) {
                complaint.place().flatMap(this::file).ifPresent(file -> {
                    mark(to, file, complaint, failure);
                    marked.add(file.toString());
                });
            }
            to.setValue(key + "marked", List.copyOf(marked));
        });
    }

    private void mark(BuildContext to, File file, Complaint complaint, @Nullable Throwable failure) {
        boolean isError = complaint.severity() == Severity.ERROR;
        Place place = complaint.place().orElseThrow();
        String cure = complaint.hint().map(hint -> " (" + hint + ")").orElse("");
        int severity = isError ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        Throwable cause = isError ? failure : null;
        to.addMessage(file, place.line(), place.column(), complaint.message() + cure, severity, cause);
    }

    private Optional<File> file(Place place) {
        try {
            return Optional.of(base.resolve(place.file()).normalize().toFile());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Files that were written or removed, as they are named relative to the project. */
    void changed(Collection<String> paths) {
        context.ifPresent(to ->
                paths.forEach(path -> to.refresh(base.resolve(path).normalize().toFile())));
    }

    /** The context keeps values from one build to the next, and may have been used by another version. */
    private Set<String> known(BuildContext from, String what) {
        Set<String> known = new TreeSet<>();
        if (from.getValue(key + what) instanceof Collection<?> paths) {
            paths.forEach(path -> known.add(String.valueOf(path)));
        }
        return known;
    }
}
