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
import io.gleamflow.freshness.Glance;
import io.gleamflow.graph.FlowGraph;
import io.gleamflow.graph.FlowGraphs;
import io.gleamflow.graph.GraphLevel;
import io.gleamflow.graph.LinkedFlows;
import io.gleamflow.local.LocalPlans;
import io.gleamflow.local.LocalRunner;
import io.gleamflow.plan.Plan;
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
import io.gleamflow.testing.Preview;
import io.gleamflow.testing.Recording;
import io.gleamflow.testing.SeenRows;
import io.gleamflow.testing.TestOutcome;
import io.gleamflow.testing.TestsCheck;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads, checks, explains and runs the flows of one project. Immutable; one instance may serve several threads, each with
 * flows of its own.
 */
public final class Gleam {

    private final Project project;
    private final Optional<SharedLock> shared;

    public Gleam(Project project) {
        this(project, Optional.empty());
    }

    /** One whose flows may run beside each other, and beside those of others with the same lock. */
    public Gleam(Project project, SharedLock shared) {
        this(project, Optional.of(shared));
    }

    private Gleam(Project project, Optional<SharedLock> shared) {
        this.project = project;
        this.shared = shared;
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
    Loaded load(Path descriptor, Path out, List<TestCase.Setting> settings) throws InvalidFlowException, IOException {
        Path base = project.baseDirectory();
        Path file = descriptor.toAbsolutePath();
        Path directory = file.getParent() == null ? base : file.getParent();
        Map<String, Surroundings.Given> given = new HashMap<>();
        for (Map.Entry<String, Project.Given> param : project.params().entrySet()) {
            given.put(
                    param.getKey(),
                    new Surroundings.Given(
                            param.getValue().value(), param.getValue().origin()));
        }
        for (TestCase.Setting setting : settings) {
            given.put(setting.name().value(), new Surroundings.Given(setting.value(), "the `params` of the test"));
        }
        Surroundings surroundings =
                new Surroundings(directory, out, project.lua().runtime(), given, project.properties(), System.getenv());
        Problems problems = new Problems();
        Optional<Flow> read = DescriptorReader.read(shown(file), Files.readAllBytes(file), surroundings, problems);
        if (read.isEmpty()) {
            problems.throwIfErrors();
            throw new IllegalStateException("a descriptor that cannot be read has a problem");
        }
        Flow flow = SourceColumns.found(read.get(), base, problems).orElse(read.get());
        // checked even when its form is wrong already, so that everything comes out together
        FlowChecker.check(flow, files(), problems);
        RuntimeCheck.check(flow, project, problems);
        TestsCheck.check(read.get(), flow, problems);
        Problems told = Secrets.of(flow).hidden(problems);
        told.throwIfErrors();
        return new Loaded(flow, told.all());
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
     * The plan itself, in which secrets may stand.
     *
     * @throws FailureException when a source has no files to read
     */
    public Plan plan(Flow flow, Tuning tuning) throws FailureException {
        try {
            return LocalPlans.plan(known(flow), options(tuning));
        } catch (FailureException e) {
            throw Secrets.of(flow).hidden(e);
        }
    }

    /**
     * A diagram of a flow; only the one of processes looks at files.
     *
     * @throws FailureException when a source has no files to read
     */
    public FlowGraph graph(Flow flow, GraphLevel level, Tuning tuning) throws FailureException {
        Secrets secrets = Secrets.of(flow);
        return switch (level) {
            case DATASETS -> FlowGraphs.datasets(flow, secrets::hidden);
            case STEPS -> FlowGraphs.steps(flow, secrets::hidden);
            case PROCESSES -> FlowGraphs.processes(plan(flow, tuning), secrets::hidden);
        };
    }

    /** A diagram of flows and the files that some write and others read. */
    public FlowGraph links(List<Flow> flows) {
        return LinkedFlows.of(
                flows, (read, written) -> FlowOrder.meets(read, written, files()), Secrets.of(flows)::hidden);
    }

    /**
     * Runs a flow that {@link #load} gave: all outputs are published, or none. One flow of a project runs at a time; while
     * another does, in whatever process, this one waits, and the listener is told.
     *
     * @throws FailureException when it failed; nothing has changed then
     * @throws InterruptedException when the calling thread was interrupted; everything started has ended
     */
    public RunReport run(Flow flow, Tuning tuning, RunListener listener) throws FailureException, InterruptedException {
        return alone(tuning).with(flow, listener, (options, waited) -> runLocked(flow, options, waited, listener));
    }

    /** Runs of flows that have to, and only of these. */
    public Updates updates() {
        return new Updates(this, project, leftovers().state(), EngineClassPath.ofWorkers());
    }

    /** What {@link #run} does when it has the lock. */
    RunReport runLocked(Flow flow, RunOptions options, Duration waited, RunListener listener)
            throws FailureException, InterruptedException {
        return new LocalRunner(waited).run(known(flow), options, listener);
    }

    RunAlone alone(Tuning tuning) {
        return new RunAlone(leftovers(), options(tuning), shared.orElseGet(SharedLock::new));
    }

    /** Where tests of flows that {@link #load} gave are run, one after the other. */
    public TestBench bench(Tuning tuning) throws IOException {
        return TestBench.open(this, leftovers(), options(tuning), files());
    }

    /** Runs one test, as {@link TestBench#run} does. */
    public TestOutcome test(Path descriptor, Flow flow, TestCase test, Tuning tuning)
            throws IOException, InterruptedException {
        try (TestBench bench = bench(tuning)) {
            return bench.run(descriptor, flow, test);
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
        Optional<Flow> found = SourceColumns.found(flow, project.baseDirectory(), problems);
        if (found.isPresent()) {
            FlowChecker.check(found.get(), files(), problems);
        }
        for (Problem problem : problems.all()) {
            if (problem.isError()) {
                String hint = problem.hint().map(text -> " (" + text + ")").orElse("");
                Failure failure = Failure.of(Blame.FLOW, problem.place(), flow.name(), problem.message() + hint);
                throw new FailureException(Secrets.of(flow).hidden(failure));
            }
        }
        return found.orElse(flow);
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

    /** Whether a flow says that it writes a file. */
    public boolean writes(Flow writer, Path file) {
        return FlowOrder.writes(writer, file, files());
    }

    /** What the files of a flow that {@link #load} gave look like now, those that it reads among them. */
    public Glance glance(Flow flow) {
        return Glance.of(flow, base());
    }

    /** What files look like now. */
    public Glance glance(Collection<Path> files) {
        return Glance.at(base(), files);
    }

    private Path base() {
        return project.baseDirectory().toAbsolutePath().normalize();
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
                tuning.stageTimeout(),
                project.lua().luajit(),
                project.baseDirectory(),
                tuning.keepWork() ? leftovers().kept() : leftovers().work(),
                tuning.keepWork(),
                leftovers().state(),
                project.programs(),
                project.lua().archive() ? UserCache.archives() : Optional.empty(),
                EngineClassPath.ofWorkers());
    }
}
