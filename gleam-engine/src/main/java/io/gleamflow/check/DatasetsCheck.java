package io.gleamflow.check;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks how datasets hang together: rows come from somewhere, get somewhere, and not in a circle. */
final class DatasetsCheck {

    private static final int MOST_SHOWN = 8;
    private static final int MOST_LISTED = 20;
    private static final int MOST_COMPARED = 1000;

    private final Flow flow;
    private final Problems problems;
    private final Set<String> names = new LinkedHashSet<>();

    /** Where datasets are named that are not there; a default stands in many steps. */
    private final Set<Place> missing = new HashSet<>();

    DatasetsCheck(Flow flow, Problems problems) {
        this.flow = flow;
        this.problems = problems;
        for (Dataset dataset : flow.datasets()) {
            names.add(dataset.name());
        }
    }

    void check() {
        Set<String> read = new HashSet<>();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (!(step instanceof SourceStep.Rejected)) {
                    for (Text other : step.others()) {
                        read.add(other.value());
                        exists(other);
                    }
                }
                if (step.head().onError() instanceof OnError.Reject reject) {
                    takesRejects(reject.to());
                }
            }
        }
        circles();
        for (Dataset dataset : flow.datasets()) {
            begins(dataset.steps());
            ends(dataset, read.contains(dataset.name()));
        }
    }

    private void exists(Text name) {
        if (!names.contains(name.value())) {
            String list = "datasets are " + names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                    + (names.size() > MOST_LISTED ? " …" : "");
            problems.add(Problem.error(name.place(), "there is no dataset `" + name.value() + "`")
                    .hint(Nearest.hint(name.value(), names.size() > MOST_COMPARED ? Set.of() : names)
                            .orElse(isLinear() ? "several datasets are written under `datasets`" : list)));
        }
    }

    private void takesRejects(Text name) {
        if (!names.contains(name.value()) && missing.add(name.place())) {
            Optional<String> near = isLinear() ? Optional.empty() : Nearest.hint(name.value(), names);
            problems.add(Problem.error(name.place(), "there is no dataset `" + name.value() + "` for rejected rows")
                    .hint(near.orElse(
                            isLinear()
                                    ? "name a file, such as `{to: target/rejects.csv}`"
                                    : "write `" + name.value() + ":` under `datasets`; its first step gets the rows")));
        }
    }

    /** Notes each circle once: who follows those that wait for each other comes back to one of them. */
    private void circles() {
        Set<String> waiting = new LinkedHashSet<>();
        waiting.addAll(names);
        for (Dataset dataset : flow.inOrder()) {
            waiting.remove(dataset.name());
        }
        Set<String> done = new HashSet<>();
        for (String start : waiting) {
            Map<String, Text> path = new LinkedHashMap<>();
            String at = start;
            while (!path.containsKey(at) && !done.contains(at)) {
                Text next = next(at, waiting);
                path.put(at, next);
                at = next.value();
            }
            if (path.containsKey(at)) {
                circle(List.copyOf(path.keySet()), at, path);
            }
            done.addAll(path.keySet());
        }
    }

    private Text next(String name, Set<String> waiting) {
        return flow.datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .flatMap(dataset -> dataset.steps().stream())
                .flatMap(step -> step.others().stream())
                .filter(other -> waiting.contains(other.value()))
                .findFirst()
                .orElseThrow();
    }

    private void circle(List<String> path, String name, Map<String, Text> reads) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
        Place place =
                Objects.requireNonNull(reads.get(circle.get(circle.size() - 1))).place();
        circle.add(name);
        String shown = circle.size() <= MOST_SHOWN
                ? String.join("` reads `", circle)
                : String.join("` reads `", circle.subList(0, MOST_SHOWN)) + "` reads … `" + name;
        problems.add(Problem.error(place, "`" + shown + "`").hint("rows cannot go in a circle"));
    }

    /** Rows come from the first step, and from no other. */
    private void begins(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String verb = step.head().verb();
            if (i == 0 && !isSource(step)) {
                problems.add(Problem.error(
                                step.head().place(),
                                (isLinear()
                                                ? "a flow begins with `read` or `rows`"
                                                : "a dataset begins with `read`, `rows`, `from` or `union`")
                                        + ", not with `" + verb + "`")
                        .hint("rows must come from somewhere"));
            } else if (i > 0 && isSource(step) && steps.get(0) instanceof SourceStep.Rejected rejected) {
                int line = rejected.head().place().line();
                problems.add(Problem.error(
                                step.head().place(),
                                "`" + verb + "` brings rows, and these are the rows rejected at line " + line)
                        .hint("begin with what is done to rejected rows, such as `write`"));
            } else if (i > 0 && isSource(step)) {
                String add = step instanceof SourceStep.From from
                        ? "; `union: " + from.dataset().value() + "` adds others"
                        : "";
                problems.add(Problem.error(step.head().place(), "`" + verb + "` is the first step or none")
                        .hint("the rows here are those of the step before" + add));
            }
        }
    }

    /** Whether the flow is written under {@code steps}. */
    private boolean isLinear() {
        boolean alone = flow.datasets().stream().skip(1).map(Dataset::name).allMatch(FileName::isPath);
        return alone && flow.datasets().get(0).name().equals(flow.name());
    }

    private static boolean isSource(Step step) {
        return step instanceof SourceStep || step instanceof JoinStep.Union union && union.isSource();
    }

    private void ends(Dataset dataset, boolean isRead) {
        if (dataset.steps().isEmpty() || isRead) {
            return;
        }
        Step last = dataset.steps().get(dataset.steps().size() - 1);
        if (isEnd(last) || Scope.isUnread(last)) {
            return;
        }
        if (dataset.steps().get(0) instanceof SourceStep.Rejected) {
            problems.add(Problem.error(dataset.place(), "rejected rows come to `" + dataset.name() + "` and go nowhere")
                    .hint("end it with `write` or `print`; `onError: skip` rejects without telling"));
            return;
        }
        if (isLinear() || dataset.steps().stream().anyMatch(EndStep.class::isInstance)) {
            problems.add(Problem.warning(
                            last.head().place(), "the rows of `" + last.head().title() + "` go nowhere")
                    .hint("end with `write` or `print`"));
        } else {
            problems.add(Problem.warning(dataset.place(), "nothing reads `" + dataset.name() + "`")
                    .hint("end it with `write` or `print`, or take its rows with `from: " + dataset.name() + "`"));
        }
    }

    /** What has effects outside of the flow; a program nearly always has, at the end. */
    private static boolean isEnd(Step step) {
        return step instanceof EndStep
                || step instanceof RowStep.ForEach
                || step instanceof RowStep.Check
                || step instanceof RowStep.General
                || step instanceof ProgramStep;
    }
}
