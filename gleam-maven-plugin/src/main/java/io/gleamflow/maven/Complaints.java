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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows what is wrong, each with the lines it is about, and remembers the errors, so that one exception can speak for
 * all: Maven shows no more than its message at the end of the build. What is wrong at one place of a file that several flows
 * share is shown once, and of a great many errors, or warnings, the first only.
 */
final class Complaints {

    private final Consumer<String> errorLines;
    private final Consumer<String> warningLines;
    private final Path baseDirectory;
    private final List<String> errors = new ArrayList<>();
    private final List<Complaint> all = new ArrayList<>();
    private final Annotations annotations;
    private final Set<Problem> known = new HashSet<>();
    private int most = Integer.MAX_VALUE;
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

    /**
     * Shows no more errors than these, and no more warnings; they are counted.
     *
     * @param number from the property {@code gleam.maxErrors}
     */
    Complaints atMost(int number) throws MojoFailureException {
        if (number < 1) {
            throw new MojoFailureException("gleam.maxErrors is " + number + "; it must be 1 or more");
        }
        most = number;
        return this;
    }

    void add(List<Problem> problems) {
        for (Problem problem : problems) {
            String first = Printable.text(problem.place() + ": " + problem.message());
            List<String> hint =
                    problem.hint().map(cure -> "hint: " + cure).stream().toList();
            all.add(new Complaint(problem.severity(), Optional.of(problem.place()), problem.message(), problem.hint()));
            if (!known.add(problem) || !isShown(problem)) {
                continue;
            }
            if (problem.isError()) {
                show(errorLines, first, problem.place(), hint);
                annotations.error(problem.place(), problem.message() + afterwards(problem));
            } else {
                show(warningLines, first, problem.place(), hint);
                annotations.warning(problem.place(), problem.message() + afterwards(problem));
            }
        }
    }

    /** Counts a problem. */
    private boolean isShown(Problem problem) {
        if (problem.isError()) {
            errors.add(problem.toString());
            return errors.size() <= most;
        }
        warnings++;
        return warnings <= most;
    }

    void add(Failure failure) {
        String message = failure.step() + " failed: " + failure.message();
        errors.add(failure.toString());
        all.add(new Complaint(Severity.ERROR, Optional.of(failure.place()), message, Optional.empty()));
        if (errors.size() <= most) {
            lines(failure).forEach(errorLines);
            annotations.error(failure.place(), message);
        }
    }

    /** A complaint that is about no place in a file. */
    void add(String error) {
        errors.add(error);
        all.add(new Complaint(Severity.ERROR, Optional.empty(), error, Optional.empty()));
        if (errors.size() <= most) {
            errorLines.accept(error);
        }
    }

    /** A warning that is about no place in a file. */
    void warn(String warning) {
        warnings++;
        all.add(new Complaint(Severity.WARNING, Optional.empty(), warning, Optional.empty()));
        if (warnings <= most) {
            warningLines.accept(warning);
        }
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

    /** Says how many there are beside those that were shown. */
    void end() {
        tellRest(warnings, "warning", warningLines);
        tellRest(errors.size(), "error", errorLines);
    }

    private void tellRest(int number, String what, Consumer<String> out) {
        int rest = number - most;
        if (rest > 0) {
            out.accept(rest + " more " + (rest == 1 ? what + " is" : what + "s are")
                    + " not shown, since gleam.maxErrors is " + most);
        }
    }

    /** The first error, which is enough to act on, and how many more there are. */
    MojoFailureException failure() {
        int more = errors.size() - 1;
        String above = errors.size() > most ? "" : " above";
        String rest = more <= 0 ? "" : " (and " + more + " more" + above + ")";
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
        String whose = Printable.text(failure.place() + ": " + failure.step());
        show(lines::add, whose + " failed: " + failure.message(), failure.place(), failure.details());
        return lines;
    }

    /** A message of several lines, as scripts have them, has several in the log. */
    private void show(Consumer<String> out, String first, Place place, List<String> more) {
        first.lines().findFirst().ifPresent(out);
        first.lines().skip(1).forEach(line -> out.accept("   " + line));
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
