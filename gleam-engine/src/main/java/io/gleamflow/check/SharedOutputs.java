package io.gleamflow.check;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for files that several flows of a project write: the last to run would win, unnoticed. */
public final class SharedOutputs {

    private static final String HINT = "the flow that runs last would replace what the other has written";

    private final ProjectFiles files;
    private final Problems problems;
    private final Map<Path, Written> written = new HashMap<>();

    /** What lies above the files written, each with one of them. */
    private final Map<Path, Written> directories = new HashMap<>();

    private record Written(String flow, Text path) {

        boolean isOfAnother(Written output) {
            return !path.place().file().equals(output.path.place().file());
        }

        String shown() {
            Place place = path.place();
            return "`" + flow + "` (" + place.file() + ", line " + place.line() + ")";
        }
    }

    private SharedOutputs(ProjectFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * Adds a problem for each output that an earlier flow of the list has as well. Within one flow, nothing is looked for;
     * whether a path with columns means the same file as a path without is not known before the flow runs.
     */
    public static void check(List<Flow> flows, ProjectFiles files, Problems problems) {
        SharedOutputs outputs = new SharedOutputs(files, problems);
        for (Flow flow : flows) {
            outputs.check(flow);
        }
    }

    private void check(Flow flow) {
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof EndStep.Write write) {
                    check(new Written(flow.name(), write.path()));
                }
            }
        }
    }

    private void check(Written output) {
        // two paths with columns in the same places mean the same files
        files.resolve(Placeholders.filled(output.path(), column -> "{}")).ifPresent(file -> check(output, file));
    }

    private void check(Written output, Path file) {
        Written same = written.putIfAbsent(file, output);
        if (same != null && same.isOfAnother(output)) {
            add(output, "`" + output.path().value() + "` is written by " + same.shown() + ", too", HINT);
            return;
        }
        Written nested = directories.get(file);
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            directories.putIfAbsent(above, output);
            nested = nested == null ? written.get(above) : nested;
        }
        if (nested != null && nested.isOfAnother(output)) {
            add(
                    output,
                    "`" + nested.path().value() + "` is written by " + nested.shown(),
                    "one of the two files would have to be a directory");
        }
    }

    private void add(Written output, String message, String hint) {
        problems.add(Problem.error(output.path().place(), message).hint(hint));
    }
}
