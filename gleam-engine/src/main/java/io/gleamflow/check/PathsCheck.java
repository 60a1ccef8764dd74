package io.gleamflow.check;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.NativeText;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the files a flow reads and writes, one step after the other. */
final class PathsCheck {

    private final ProjectFiles files;
    private final Problems problems;
    private final List<Text> globs = new ArrayList<>();
    private final Map<Path, Text> read = new HashMap<>();
    private final Map<Path, Text> written = new HashMap<>();
    private final Map<String, Text> templates = new HashMap<>();

    /** What lies above the files written, each with one of them. */
    private final Map<Path, Text> directories = new HashMap<>();

    /** Files that people write, each with what it is. */
    private final Map<Path, String> handwritten = new HashMap<>();

    PathsCheck(ProjectFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** All that is read is known before what is written. */
    void check(Flow flow) {
        for (LuaText text : flow.functions()) {
            handwritten(text.place().file(), "has functions of the flow");
        }
        handwritten(flow.place().file(), "is the flow itself");
        handwritten("pom.xml", "is the POM of the project");
        List<Step> steps = new ArrayList<>();
        for (Dataset dataset : flow.datasets()) {
            steps.addAll(dataset.steps());
        }
        for (Step step : steps) {
            if (step instanceof SourceStep.Read source) {
                read(source);
            }
        }
        for (Step step : steps) {
            if (step instanceof EndStep.Write end && Placeholders.of(end.path()).isEmpty()) {
                write(end);
            }
        }
        for (Step step : steps) {
            if (step instanceof EndStep.Write end
                    && !Placeholders.of(end.path()).isEmpty()) {
                many(end.path());
            }
        }
    }

    private void handwritten(String file, String what) {
        Optional<Path> path = files.resolve(file);
        if (path.isPresent()) {
            handwritten.put(path.get(), what);
        }
    }

    /** A file for each value of columns, which are not known yet. */
    private void many(Text path) {
        String some = Placeholders.filled(path, i -> "x");
        Optional<Path> file = files.resolve(some);
        if (file.isEmpty()) {
            wrong(path, "is no path");
            return;
        }
        Text same = templates.putIfAbsent(Placeholders.filled(path, i -> "{}"), path);
        if (same != null) {
            problems.error(path.place(), "the step at line " + same.place().line() + " writes these files, too");
        }
        source(path, file.get());
        PathTemplate template = template(path);
        written.forEach((other, text) -> {
            if (template.mayMean(other.toString())) {
                problems.add(Problem.warning(
                                path.place(),
                                "the step at line " + text.place().line() + " writes a file that this may mean, too")
                        .hint("the run fails when a value makes it so"));
            }
        });
    }

    /** The files that a path with columns may mean. */
    private PathTemplate template(Text path) {
        return new PathTemplate(files.resolve(Placeholders.filled(path, i -> PathTemplate.ANY))
                .map(Path::toString)
                .orElse(path.value()));
    }

    private void read(SourceStep.Read step) {
        for (Text path : step.paths()) {
            Optional<Path> file = files.isGlob(path.value()) ? Optional.empty() : files.resolve(path.value());
            if (file.isPresent()) {
                read.putIfAbsent(file.get(), path);
            } else if (files.isGlob(path.value())) {
                globs.add(path);
            }
            if (files.isDirectory(path.value())) {
                problems.add(Problem.error(path.place(), "`" + path.value() + "` is a directory")
                        .hint("to read its files, write `" + path.value().replaceFirst("/+$", "") + "/*`"));
            } else if (!files.isGlobRight(path.value())) {
                wrong(path, "is no path and no glob");
            } else if (!files.isMadeLater(path.value())) {
                Optional<String> why = files.missing(path.value());
                if (why.isPresent()) {
                    problems.add(Problem.warning(path.place(), why.get()));
                }
            }
        }
    }

    private void wrong(Text path, String what) {
        Problem problem = Problem.error(path.place(), "`" + path.value() + "` " + what);
        problems.add(NativeText.refusalOfPath(path.value()).map(problem::hint).orElse(problem));
    }

    private void write(EndStep.Write step) {
        Text path = step.path();
        Optional<Path> file = files.resolve(path.value());
        if (file.isEmpty()) {
            wrong(path, "is no path");
        } else if (files.isDirectory(path.value())) {
            problems.error(path.place(), "`" + path.value() + "` is a directory");
        } else {
            written(path, file.get());
        }
    }

    private void written(Text path, Path file) {
        String handwork = handwritten.get(file);
        if (handwork != null) {
            problems.add(Problem.error(path.place(), "`" + path.value() + "` " + handwork)
                    .hint("a run would replace it; write to `${out}` or below `target`"));
            return;
        }
        Text same = written.putIfAbsent(file, path);
        if (same != null) {
            problems.error(path.place(), "the step at line " + same.place().line() + " writes this file, too");
            return;
        }
        Text nested = directories.get(file);
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            directories.putIfAbsent(above, path);
            nested = nested == null ? written.get(above) : nested;
        }
        if (nested != null) {
            problems.error(
                    path.place(),
                    "`" + nested.value() + "` is written at line "
                            + nested.place().line() + ", and one of the two would be a directory");
        }
        source(path, file);
    }

    private void source(Text path, Path file) {
        Text source = reading(file);
        if (source != null) {
            problems.add(Problem.error(
                            path.place(), "the step at line " + source.place().line() + " reads this file")
                    .hint("a second run would read what the first has written"));
        }
    }

    /** A path or glob of {@code read} that means a file; null when none does. */
    private @Nullable Text reading(Path file) {
        for (Text glob : globs) {
            if (files.matches(glob.value(), file)) {
                return glob;
            }
        }
        return read.get(file);
    }
}
