package io.gleamflow.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The children of one run. Each leads a process group of its own, and no group outlives the run: {@link #close} kills what
 * is left, a shutdown hook does so when the JVM is told to end, and a process beside the JVM does so when the JVM is killed,
 * which then also removes the run's work directory. A process that has left its group ({@code setsid}, a daemon) is known by
 * the variable {@code GLEAM_RUN} of its environment and ended as well, at the end of the run; one that is to live on has to
 * be started without that variable.
 *
 * <p>Without {@code setsid} (macOS) children are not groups: descendants of a living child are found and killed, processes
 * orphaned earlier are not. Without {@code sh} (Windows) nothing outlasts the JVM to clean up after it. Thread-safe.
 */
public final class ChildProcesses implements AutoCloseable {

    /** How long a background process may hold a pipe in silence after the child that left it behind has ended. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final ProcessGroups groups;
    private final Launch launch;
    private final Duration grace;
    private final Consumer<String> log;
    private final Thread hook = new Thread(this::killAll, "gleam-shutdown");
    private final Set<Child> living = new LinkedHashSet<>();
    private boolean ending;

    private ChildProcesses(Path workDirectory, Duration grace, Consumer<String> log) throws IOException {
        this.groups = new ProcessGroups(workDirectory, ProgramSearch.tool("sh"), ProgramSearch.tool("setsid"));
        this.launch = new Launch(groups.prefix(), groups.mark());
        this.grace = grace;
        this.log = log;
    }

    /** Whether this JVM was started by a step of a run in the process of that number, or by what such a step had started. */
    public static boolean isOfRunIn(long pid) {
        return Optional.ofNullable(System.getenv(RunMark.VARIABLE))
                        .filter(marks -> RunMark.isOfRunIn(pid, marks))
                        .isPresent()
                || RunMark.isBelowRunIn(pid);
    }

    /**
     * Begins to look after the children of a run.
     *
     * @param workDirectory an existing directory that belongs to the run alone. It is removed, with all in it, if the JVM
     *     ends before {@link #close}; {@code close} leaves it to the caller
     */
    public static ChildProcesses open(Path workDirectory) throws IOException {
        return open(workDirectory, GRACE, line -> {});
    }

    /**
     * The same with a grace time other than {@link #GRACE}.
     *
     * @param log hears, when the run ends, of each process that had left its group and was ended
     */
    public static ChildProcesses open(Path workDirectory, Duration grace, Consumer<String> log) throws IOException {
        Path directory = workDirectory.toAbsolutePath().normalize();
        if (!Files.isDirectory(directory) || directory.getNameCount() < 2) {
            throw new IOException("Not a work directory: " + directory);
        }
        ChildProcesses children = new ChildProcesses(directory, grace, log);
        try {
            Runtime.getRuntime().addShutdownHook(children.hook);
        } catch (IllegalStateException shuttingDown) {
            children.close();
            throw new IOException("The JVM is shutting down", shuttingDown);
        }
        return children;
    }

    /**
     * Starts one child that is read directly. For programs that leave no writing background processes behind, such as our
     * own workers: what others write after their child has ended is lost, and nobody looks at what they take of the machine.
     * See {@link #start(List, List)}.
     *
     * @param errors hears every line of the child's standard error as it comes, on a thread of the child, so it should be
     *     quick; lines of more than 8 KiB come in pieces, exceptions are ignored
     * @throws IOException if the directory or the program does not exist or the system refuses; nothing runs then
     */
    public Child start(Command command, Consumer<String> errors) throws IOException {
        Process process = launch(List.of(command)).get(0);
        OutputEnd output = new OutputEnd(new Outlet(process.getInputStream()), Optional.empty());
        Child child = new Child(this, command, process, output, Optional.empty(), errors);
        supervise(List.of(child));
        return child;
    }

    /**
     * Starts programs of steps, at least one, each reading what the one before it writes. It is {@linkplain Child#use looked at}
     * what they take of the machine. None of the output is lost: a copying
     * process of ours stands behind the last command, and if it fails the last child counts as killed.
     *
     * <p>What a background process of an earlier command holds cannot be told from what it is about to write: if nothing
     * comes out of the whole pipeline for the grace time, it is killed and its command counts as killed.
     *
     * @param errors one for each command, as in {@link #start(Command, Consumer)}
     * @return a child for each command
     * @throws IOException as {@link #start(Command, Consumer)} does
     */
    public List<Child> start(List<Command> commands, List<Consumer<String>> errors) throws IOException {
        int last = commands.size() - 1;
        List<Command> all = new ArrayList<>(commands);
        all.add(copy(commands.get(last)));
        List<Process> processes = launch(all);

        Process copier = processes.get(last + 1);
        Outlet outlet = new Outlet(copier.getInputStream());
        List<Child> children = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            OutputEnd output = new OutputEnd(outlet, i == last ? Optional.of(copier) : Optional.empty());
            children.add(new Child(
                    this,
                    commands.get(i),
                    processes.get(i),
                    output,
                    Optional.of(new ProcessLooks(processes.get(i))),
                    errors.get(i)));
        }
        supervise(children);
        return children;
    }

    private static Command copy(Command last) throws IOException {
        Path cat = ProgramSearch.tool("cat").orElseThrow(() -> new IOException("Shell steps need sh and cat"));
        return new Command("output of " + last.title(), List.of(cat.toString()), Map.of(), last.directory());
    }

    /** Kills every child and all they started. Nothing can be started any more. */
    public void killAll() {
        List<Child> children;
        synchronized (this) {
            ending = true;
            children = List.copyOf(living);
        }
        for (Child child : children) {
            child.kill();
        }
    }

    /** Kills every child, waits until they and their threads are gone, and forgets the run. May be called twice. */
    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it runs already, or will, and finds nothing to kill
        }
        List<Child> children;
        synchronized (this) {
            children = List.copyOf(living);
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (Child child : children) {
            child.settle(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        for (GroupMembers.Member left : groups.end()) {
            log.accept("ended " + left + ", which a step had left running in a session of its own"
                    + " (what is to live on must be started without " + RunMark.VARIABLE + " in its environment)");
        }
    }

    /** Whether the JVM still holds on to this run. */
    boolean hasHook() {
        try {
            boolean had = Runtime.getRuntime().removeShutdownHook(hook);
            if (had) {
                Runtime.getRuntime().addShutdownHook(hook);
            }
            return had;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    ProcessGroups groups() {
        return groups;
    }

    Duration grace() {
        return grace;
    }

    synchronized void ended(Child child) {
        living.remove(child);
    }

    private List<Process> launch(List<Command> commands) throws IOException {
        synchronized (this) {
            refuseIfEnding();
        }
        List<Process> processes = launch.start(commands);
        for (Process process : processes) {
            groups.add(process);
        }
        return processes;
    }

    private void supervise(List<Child> children) throws IOException {
        try {
            synchronized (this) {
                refuseIfEnding();
                living.addAll(children);
                for (Child child : children) {
                    child.supervise();
                }
            }
        } catch (IOException | Error e) {
            // the run ended meanwhile, or there is no memory for threads
            children.forEach(Child::kill);
            synchronized (this) {
                children.forEach(living::remove);
            }
            throw e;
        }
    }

    private void refuseIfEnding() throws IOException {
        if (ending) {
            throw new IOException("The run is being ended");
        }
    }
}
