package io.gleamflow.maven;

import io.gleamflow.problem.Excerpt;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problem.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows what is wrong, each with the lines it is about, and remembers the errors, so that one exception can speak for
 * all: Maven shows no more than its message at the end of the build.
 */
final class Complaints {

    private final Consumer<String> errorLines;
    private final Consumer<String> warningLines;
    private final Path baseDirectory;
    private final List<String> errors = new ArrayList<>();
    private final List<Complaint> all = new ArrayList<>();
    private final Annotations annotations;
    private int warnings;

    /** @param baseDirectory what names of files are relative to */
    Complaints(Log log, Path baseDirectory) {
        this(log, baseDirectory, Annotations.of(System.getenv(), baseDirectory, StandardOutput::write));
    }

    Complaints(Log log, Path baseDirectory, Annotations annotations) {
        this(log::error, log::warn, baseDirectory, annotations);
    }

    private Complaints(
            Consumer<String> errorLines, Consumer<String> warningLines, Path baseDirectory, Annotations annotations) {
        this.errorLines = errorLines;
        this.warningLines = warningLines;
        this.baseDirectory = baseDirectory;
        this.annotations = annotations;
    }

    /** Some that are remembered only, for whoever shows them otherwise. */
    static Complaints unshown(Path baseDirectory, Annotations annotations) {
        return new Complaints(line -> {}, line -> {}, baseDirectory, annotations);
    }

    void add(List<Problem> problems) {
        for (Problem problem : problems) {
            String first = problem.place() + ": " + problem.message();
            List<String> hint =
                    problem.hint().map(cure -> "hint: " + cure).stream().toList();
            all.add(new Complaint(problem.severity(), Optional.of(problem.place()), problem.message(), problem.hint()));
            if (problem.isError()) {
                errors.add(problem.toString());
                show(errorLines, first, problem.place(), hint);
                annotations.error(problem.place(), problem.message() + afterwards(problem));
            } else {
                warnings++;
                show(warningLines, first, problem.place(), hint);
                annotations.warning(problem.place(), problem.message() + afterwards(problem));
            }
        }
    }

    void add(Failure failure) {
        String message = failure.step() + " failed: " + failure.message();
        errors.add(failure.toString());
        all.add(new Complaint(Severity.ERROR, Optional.of(failure.place()), message, Optional.empty()));
        lines(failure).forEach(errorLines);
        annotations.error(failure.place(), message);
    }

    /** A complaint that is about no place in a file. */
    void add(String error) {
        errors.add(error);
        all.add(new Complaint(Severity.ERROR, Optional.empty(), error, Optional.empty()));
        errorLines.accept(error);
    }

    /** A warning that is about no place in a file. */
    void warn(String warning) {
        warnings++;
        all.add(new Complaint(Severity.WARNING, Optional.empty(), warning, Optional.empty()));
        warningLines.accept(warning);
    }

    /** Errors and warnings, in the order in which they came. */
    List<Complaint> all() {
        return List.copyOf(all);
    }

    int errors() {
        return errors.size();
    }

    int warnings() {
        return warnings;
    }

    /** The first error, which is enough to act on, and how many more were shown. */
    MojoFailureException failure() {
        int more = errors.size() - 1;
        String rest = more <= 0 ? "" : " (and " + more + " more above)";
        return new MojoFailureException((errors.isEmpty() ? "there are warnings" : errors.get(0)) + rest);
    }

    /** A warning about a place in a descriptor, which is in the log already. */
    void annotate(Place place, String warning) {
        annotations.warning(place, warning);
    }

    private static String afterwards(Problem problem) {
        return problem.hint().map(cure -> "\nhint: " + cure).orElse("");
    }

    /** What is shown of a failure: what it is, the lines it is about, and more about it. */
    List<String> lines(Failure failure) {
        List<String> lines = new ArrayList<>();
        show(lines::add, failure.toString(), failure.place(), failure.details());
        return lines;
    }

    private void show(Consumer<String> out, String first, Place place, List<String> more) {
        out.accept(first);
        Excerpt.of(place, text(place)).forEach(out);
        more.forEach(line -> out.accept("   " + line));
    }

    /** The text a place is in, or nothing: an unreadable file must not hide the complaint about it. */
    private String text(Place place) {
        try {
            Path file = baseDirectory.resolve(place.file());
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
