package io.gleamflow;

import io.gleamflow.check.FlowChecker;
import io.gleamflow.check.FlowOrder;
import io.gleamflow.check.ProjectFiles;
import io.gleamflow.check.SharedOutputs;
import io.gleamflow.descriptor.DescriptorReader;
import io.gleamflow.descriptor.ExpectationEditor;
import io.gleamflow.descriptor.Surroundings;
import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TestCase;
import io.gleamflow.freshness.Freshness;
import io.gleamflow.freshness.Removed;
import io.gleamflow.freshness.StartedRun;
import io.gleamflow.freshness.Status;
import io.gleamflow.local.LocalPlans;
import io.gleamflow.local.LocalRunner;
import io.gleamflow.plan.PlanPrinter;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import io.gleamflow.testing.FlowTests;
import io.gleamflow.testing.Preview;
import io.gleamflow.testing.Recording;
import io.gleamflow.testing.SeenRows;
import io.gleamflow.testing.TestOutcome;
import io.gleamflow.testing.TestsCheck;
import io.gleamflow.testing.Verdicts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loads, checks, explains and runs the flows of one project. Immutable; one instance may serve several threads, each with
 * flows of its own.
 */
public final class Gleam {

    private final Project project;

    public Gleam(Project project) {
        this.project = project;
    }

    /** A flow that may run, and what is worth a warning nevertheless. */
    public record Loaded(Flow flow, List<Problem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads and checks a descriptor; runs nothing.
     *
     * @throws InvalidFlowException with everything that is wrong
     * @throws IOException when the file cannot be read
     */
    public Loaded load(Path descriptor) throws InvalidFlowException, IOException {
        return load(descriptor, project.outputDirectory(), List.of());
    }

    /** @param settings of parameters, which win over all others */
    private Loaded load(Path descriptor, Path out, List<TestCase.Setting> settings)
            throws InvalidFlowException, IOException {
        Path base = project.baseDirectory();
        Path file = descriptor.toAbsolutePath();
        Path directory = file.getParent() == null ? base : file.getParent();
        Map<String, Surroundings.Given> given = new HashMap<>();
        project.params()
                .forEach((name, value) -> given.put(name, new Surroundings.Given(value.value(), value.origin())));
        settings.forEach(setting ->
                given.put(setting.name().value(), new Surroundings.Given(setting.value(), "the `params` of the test")));
        Surroundings surroundings =
                new Surroundings(directory, out, project.lua().runtime(), given, project.properties(), System.getenv());
        Problems problems = new Problems();
        Optional<Flow> read = DescriptorReader.read(shown(file), Files.readAllBytes(file), surroundings, problems);
        Optional<Flow> flow = read.map(each -> SourceColumns.found(each, base, problems));
        // checked even when its form is wrong already, so that everything comes out together
        flow.ifPresent(each -> FlowChecker.check(each, files(), problems));
        flow.ifPresent(each -> RuntimeCheck.check(each, project, problems));
        flow.ifPresent(each -> TestsCheck.check(read.orElse(each), each, problems));
        Problems told = flow.map(each -> Secrets.of(each).hidden(problems)).orElse(problems);
        told.throwIfErrors();
        return new Loaded(flow.orElseThrow(), told.all());
    }

    /**
     * The plan as text: stages, shards, processes and exchanges.
     *
     * @throws FailureException when a source has no files to read
     */
    public String explain(Flow flow, Tuning tuning) throws FailureException {
        Secrets secrets = Secrets.of(flow);
        try {
            return secrets.hidden(PlanPrinter.print(LocalPlans.plan(known(flow), options(tuning))));
        } catch (FailureException e) {
            throw secrets.hidden(e);
        }
    }

    /**
     * Runs a flow that {@link #load} gave: all outputs are published, or none. One flow of a project runs at a time; while
     * another does, in whatever process, this one waits, and the listener is told.
     *
     * @throws FailureException when it failed; nothing has changed then
     * @throws InterruptedException when the calling thread was interrupted; everything started has ended
     */
    public RunReport run(Flow flow, Tuning tuning, RunListener listener) throws FailureException, InterruptedException {
        return alone(tuning)
                .with(flow, listener, (options, waited) -> new LocalRunner(waited).run(known(flow), options, listener));
    }

    /** Whether a flow has to run, and why. Changes nothing, and connects to nothing. */
    public Status status(Flow flow) {
        Secrets secrets = Secrets.of(flow);
        return new Status(freshness(flow).status(flow).reasons().stream()
                .map(secrets::hidden)
                .toList());
    }

    /**
     * Runs a flow unless what it would write is there. Then removes what it wrote before and writes no more.
     *
     * @param force whether to run it in any case
     * @throws FailureException when it failed; nothing has changed then
     * @throws InterruptedException when the calling thread was interrupted; everything started has ended
     */
    public Update update(Flow flow, Tuning tuning, boolean force, RunListener listener)
            throws FailureException, InterruptedException {
        Status before = force ? Status.runs("gleam.force") : status(flow);
        if (before.isUpToDate()) {
            return Update.none(before);
        }
        return alone(tuning).with(flow, listener, (options, waited) -> {
            // another process may have run it meanwhile
            Status now = force ? before : status(flow);
            if (now.isUpToDate()) {
                return Update.none(now);
            }
            StartedRun started = freshness(flow).starts(flow);
            RunReport report = new LocalRunner(waited).run(known(flow), options, listener);
            return new Update(now, Optional.of(report), noted(flow, started, report, listener));
        });
    }

    /** That a run cannot be noted changes nothing about how it went. */
    private static Optional<Removed> noted(Flow flow, StartedRun started, RunReport report, RunListener listener) {
        try {
            return Optional.of(started.ended(report));
        } catch (IOException e) {
            String message = "cannot note what was done, so that it will be done again: " + e;
            listener.warned(flow.name(), Secrets.of(flow).hidden(message));
            return Optional.empty();
        }
    }

    private Freshness freshness(Flow flow) {
        return freshness(EngineFacts.of(flow, project, EngineClassPath.ofWorkers()));
    }

    private Freshness freshness(Map<String, String> facts) {
        Path directory = leftovers().state().resolve("flows");
        return new Freshness(project.baseDirectory(), project.buildDirectory(), directory, facts);
    }

    /**
     * Removes what flows of a directory have written whose descriptors are no more, and that nobody has changed since.
     *
     * @throws IOException when the project cannot be locked
     * @throws InterruptedException when the calling thread was interrupted
     */
    public List<Removed> removeOutputsOfGoneFlows(Path sourceDirectory, Consumer<String> log)
            throws IOException, InterruptedException {
        Freshness freshness = freshness(Map.of());
        if (!freshness.hasGoneFlows(sourceDirectory)) {
            return List.of();
        }
        ProjectLock held = ProjectLock.take(leftovers().state(), "nothing", log);
        try {
            return freshness.removeOutputsOfGoneFlows(sourceDirectory);
        } finally {
            RunAlone.giveBack(held, log);
        }
    }

    /** Forgets what was noted of the flow of a descriptor, so that it runs the next time; all files stay. */
    public boolean forget(Path descriptor) throws IOException {
        return freshness(Map.of()).forget(shown(descriptor.toAbsolutePath()));
    }

    /** Forgets what was noted of all flows. */
    public boolean forget() throws IOException {
        return freshness(Map.of()).forget();
    }

    private RunAlone alone(Tuning tuning) {
        return new RunAlone(leftovers(), options(tuning));
    }

    /**
     * Runs a test of a flow that {@link #load} gave. Nothing is written but to a private directory, which is removed, and
     * nothing is published.
     *
     * @param flow as loaded from {@code descriptor}
     */
    public TestOutcome test(Path descriptor, Flow flow, TestCase test, Tuning tuning)
            throws IOException, InterruptedException {
        Verdicts verdicts = new Verdicts(flow, test);
        try (PrivateDirectory directory = PrivateDirectory.create(leftovers().work())) {
            Flow own = load(descriptor, directory.path().resolve("out"), test.params())
                    .flow();
            TestCase same = own.tests().stream()
                    .filter(each -> each.place().equals(test.place()))
                    .findFirst()
                    .orElse(test);
            return new FlowTests(new LocalRunner(), options(tuning), files()).run(own, same, directory.path());
        } catch (InvalidFlowException e) {
            return verdicts.invalid(e.problems());
        }
    }

    /**
     * Writes other expectations into the tests of a descriptor, of which all else stays as it is.
     *
     * @return what is to be changed by hand, and why
     */
    public List<Problem> update(Path descriptor, List<ExpectedUpdate> updates) throws IOException {
        Problems problems = new Problems();
        byte[] old = Files.readAllBytes(descriptor);
        byte[] changed = ExpectationEditor.edit(shown(descriptor), old, updates, problems);
        if (!Arrays.equals(old, changed)) {
            ReplacedFile.write(descriptor, old, changed);
        }
        return problems.all();
    }

    /**
     * Adds a test to a descriptor: the first rows of its sources, and what the flow makes of them.
     *
     * @param flow as loaded from {@code descriptor}
     * @param dataset whose rows it expects; those of all ends when empty
     * @param rows how many of each source, at most
     * @return the name of the test
     * @throws FailureException when sources cannot be read or the flow fails; nothing is written then
     */
    public String record(
            Path descriptor, Flow flow, Optional<String> dataset, long rows, Tuning tuning, RunListener listener)
            throws FailureException, IOException, InterruptedException {
        try (PrivateDirectory directory = PrivateDirectory.create(leftovers().work())) {
            return new RecordedTest(this, descriptor, flow, dataset)
                    .write(new Recording(new LocalRunner(), options(tuning)), rows, directory.path(), tuning, listener);
        }
    }

    /**
     * What comes out of the steps of a flow that {@link #load} gave. Nothing is written but to a private directory, which is
     * removed, and nothing is published.
     *
     * @throws FailureException when it failed
     */
    public List<SeenRows> preview(Flow flow, Preview preview, Tuning tuning, RunListener listener)
            throws FailureException, IOException, InterruptedException {
        try (PrivateDirectory directory = PrivateDirectory.create(leftovers().work())) {
            return preview.of(known(flow), directory.path(), new LocalRunner(), options(tuning), listener);
        }
    }

    /** A file as messages name it: relative to the project where possible. */
    String shown(Path file) {
        Path base = project.baseDirectory();
        Path absolute = file.toAbsolutePath();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
                .toString()
                .replace(File.separatorChar, '/');
    }

    /** The flow with columns of files that were not there when it was loaded; what follows from them is checked now. */
    private Flow known(Flow flow) throws FailureException {
        Problems problems = new Problems();
        Flow found = SourceColumns.found(flow, project.baseDirectory(), problems);
        if (!found.equals(flow)) {
            FlowChecker.check(found, files(), problems);
        }
        Optional<Problem> error =
                problems.all().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            String hint = error.get().hint().map(text -> " (" + text + ")").orElse("");
            Failure failure = Failure.of(
                    Blame.FLOW, error.get().place(), flow.name(), error.get().message() + hint);
            throw new FailureException(Secrets.of(flow).hidden(failure));
        }
        return found;
    }

    /**
     * The flows in the order to run them in: one that reads what another writes runs after it.
     *
     * @throws InvalidFlowException when they wait for each other in a circle, or when two of them write one file
     */
    public List<Flow> inOrder(List<Flow> flows) throws InvalidFlowException {
        Problems problems = new Problems();
        SharedOutputs.check(flows, files(), problems);
        List<Flow> sorted = FlowOrder.of(flows, files(), problems);
        Secrets.of(flows).hidden(problems).throwIfErrors();
        return sorted;
    }

    /** Whether one flow reads what the other writes. */
    public boolean reads(Flow reader, Flow writer) {
        return FlowOrder.reads(reader, writer, files());
    }

    private ProjectFiles files() {
        return new ProjectFiles(project.baseDirectory(), project.buildDirectory());
    }

    /**
     * Finishes a publication that an earlier, killed run had begun, and removes what else it left; does nothing when there is
     * none, or while a run is at work, since {@link #run} does the same.
     */
    public void recover() throws IOException {
        leftovers().endIfNobodyWorks();
    }

    private Leftovers leftovers() {
        return new Leftovers(project.buildDirectory().resolve("gleam"));
    }

    private RunOptions options(Tuning tuning) {
        return new RunOptions(
                tuning.partitions(),
                tuning.memory(),
                tuning.timeout(),
                project.lua().luajit(),
                project.baseDirectory(),
                leftovers().work(),
                leftovers().state(),
                EngineClassPath.ofWorkers());
    }
}
