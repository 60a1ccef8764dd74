package io.gleamflow.testing;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A run of a flow that touches nothing: its files are written into a directory, and rows are caught where somebody wants to
 * see them. Steps are numbered as they stand in the flow that was given, so that several places can be caught. Immutable.
 *
 * <p>What programs of the flow do by themselves cannot be redirected.
 */
public final class Rehearsal {

    private final Flow flow;
    private final Path directory;
    private final List<Spot> caught;

    private Rehearsal(Flow flow, Path directory, List<Spot> caught) {
        this.flow = flow;
        this.directory = directory;
        this.caught = List.copyOf(caught);
    }

    /**
     * Where rows are caught.
     *
     * @param step whose output it is, from 0
     */
    public record Spot(String dataset, int step) {}

    /**
     * A rehearsal of a checked flow.
     *
     * @param directory for all that is written; exists, and is private
     */
    public static Rehearsal of(Flow flow, Path directory) {
        return new Rehearsal(flow, directory, List.of());
    }

    /** The flow as it is going to run, without what catches rows. */
    public Flow flow() {
        return flow;
    }

    /** The same with another source instead of the first step of a dataset. */
    public Rehearsal with(String dataset, Step source) {
        return changed(dataset, steps -> {
            List<Step> changed = new ArrayList<>(steps);
            changed.set(0, source);
            return changed;
        });
    }

    /** The same with more steps behind those of a dataset. */
    public Rehearsal followed(String dataset, Step step) {
        return changed(dataset, steps -> {
            List<Step> changed = new ArrayList<>(steps);
            changed.add(step);
            return changed;
        });
    }

    /** The same with more Lua shared by all steps, before that of the flow. */
    public Rehearsal calling(List<LuaText> functions) {
        List<LuaText> all = new ArrayList<>(functions);
        all.addAll(flow.functions());
        return new Rehearsal(flow.calling(all), directory, caught);
    }

    private Rehearsal changed(String name, UnaryOperator<List<Step>> change) {
        List<Dataset> datasets = flow.datasets().stream()
                .map(each ->
                        each.name().equals(name) ? new Dataset(name, each.place(), change.apply(each.steps())) : each)
                .toList();
        return new Rehearsal(flow.with(datasets), directory, caught);
    }

    /** The same with so many rows, at most, of each source. Only before anything is caught: it adds steps. */
    public Rehearsal limited(long rows) {
        if (!caught.isEmpty()) {
            throw new IllegalStateException("the steps that rows are caught behind would have other numbers");
        }
        Rehearsal limited = this;
        for (Dataset dataset : flow.datasets()) {
            Step first = dataset.steps().get(0);
            if (isReal(first)) {
                Head head = Head.of("limit", first.head().place(), Optional.empty(), List.of());
                limited = limited.changed(dataset.name(), steps -> {
                    List<Step> changed = new ArrayList<>(steps);
                    changed.add(1, new OrderStep.Limit(head, rows, List.of()));
                    return changed;
                });
            }
        }
        return limited;
    }

    /** Whether a step asks the world outside for rows. */
    public static boolean isReal(Step step) {
        return step instanceof SourceStep.Read
                || step instanceof SourceStep.Command
                || step instanceof SourceStep.Socket;
    }

    /** The same without datasets that none of these needs; rows that kept ones reject still have somewhere to go. */
    public Rehearsal only(Collection<String> wanted) {
        Set<String> kept = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(wanted);
        while (!next.isEmpty()) {
            String name = next.remove(next.size() - 1);
            if (kept.add(name)) {
                flow.datasets().stream()
                        .filter(dataset -> dataset.name().equals(name))
                        .flatMap(dataset -> dataset.steps().stream())
                        .forEach(step -> next.addAll(needed(step)));
            }
        }
        List<Dataset> datasets = flow.datasets().stream()
                .filter(dataset -> kept.contains(dataset.name()))
                .toList();
        return new Rehearsal(flow.with(datasets), directory, caught);
    }

    private static List<String> needed(Step step) {
        List<String> names = new ArrayList<>();
        step.others().forEach(other -> names.add(other.value()));
        if (step instanceof SourceStep.Rejected rejected) {
            rejected.others().forEach(other -> names.add(other.value()));
        }
        if (step.head().onError() instanceof OnError.Reject reject) {
            names.add(reject.to().value());
        }
        return names;
    }

    /** The same with the rows caught that come out of a step. */
    public Rehearsal catching(String dataset, int step) {
        List<Spot> more = new ArrayList<>(caught);
        more.add(new Spot(dataset, step));
        return new Rehearsal(flow, directory, more);
    }

    /** The same with the rows caught at the end of a dataset. */
    public Rehearsal catching(String dataset) {
        return catching(dataset, stepsOf(dataset).size() - 1);
    }

    private List<Step> stepsOf(String name) {
        return flow.datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dataset " + name))
                .steps();
    }

    /**
     * Runs it.
     *
     * @param options whose directories for work and state are not used
     * @throws FailureException when the flow failed
     */
    public Rehearsed run(FlowRunner runner, RunOptions options, RunListener listener)
            throws FailureException, InterruptedException {
        RunOptions inside = options.inside(directory.resolve("work"), directory.resolve("state"));
        RunReport report = runner.run(redirected(), inside, listener);
        return new Rehearsed(flow, report, caught, directory);
    }

    /** The flow that runs: ends lead into the directory, and rows are written where they are caught. */
    private Flow redirected() {
        List<Dataset> datasets = new ArrayList<>();
        int number = 0;
        for (Dataset dataset : flow.datasets()) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < dataset.steps().size(); i++) {
                Step step = dataset.steps().get(i);
                steps.add(step instanceof EndStep.Write write ? redirected(write, number++) : step);
                Spot spot = new Spot(dataset.name(), i);
                if (caught.contains(spot)) {
                    steps.add(caught(spot, step));
                }
            }
            datasets.add(new Dataset(dataset.name(), dataset.place(), steps));
        }
        return flow.with(datasets);
    }

    /** The name of the file keeps its end, which says how it is packed, and its columns, which say how many there are. */
    private Step redirected(EndStep.Write write, int number) {
        String inside = write.path()
                .value()
                .replace('\\', '/')
                .replaceAll("(^|/)\\.{1,2}(?=/)", "$1_")
                .replaceAll("^/+|:", "_");
        Path file = directory.resolve("files").resolve(Integer.toString(number));
        Text path = new Text(file + "/" + inside, write.path().place());
        return new EndStep.Write(write.head(), path, write.line(), write.format());
    }

    private Step caught(Spot spot, Step step) {
        Head head = Head.of("catch", step.head().place(), Optional.empty(), List.of());
        Text path = new Text(Rehearsed.file(directory, caught.indexOf(spot)).toString(), head.place());
        return new EndStep.Write(head, path, Optional.empty(), FileFormat.of(FileFormat.Kind.MSGPACK));
    }
}
