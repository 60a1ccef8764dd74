package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.Child;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.process.Command;
import io.gleamflow.run.RunOptions;
import io.gleamflow.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts workers and keeps those that have nothing to do for the next task. Thread-safe. */
final class WorkerPool {

    private static final int UNSAFE_IS_DEPRECATED = 23;

    private final ChildProcesses children;
    private final RunOptions options;
    private final LuajitProgram luajit;
    private final List<WorkerProcess> idle = new ArrayList<>();

    private volatile boolean aborted;

    /** @param children what workers are started as; a run's own, or those of several runs */
    WorkerPool(ChildProcesses children, RunOptions options) {
        this.children = children;
        this.options = options;
        this.luajit = new LuajitProgram(options.luajit(), options.workDirectory());
    }

    /**
     * A worker that waits for a task.
     *
     * @param errors hears what it writes for people until it is taken again, on a thread of the worker
     */
    WorkerProcess take(WorkerKind kind, Consumer<String> errors) throws IOException {
        WorkerProcess worker = waiting(kind);
        if (worker == null) {
            return start(kind, errors);
        }
        worker.listen(errors);
        return worker;
    }

    /** Ends all of them, whatever they do. */
    void abort() {
        aborted = true;
        children.killAll();
    }

    /** Whether it is of no use any more. */
    boolean isAborted() {
        return aborted;
    }

    private synchronized @Nullable WorkerProcess waiting(WorkerKind kind) {
        for (int i = 0; i < idle.size(); i++) {
            if (idle.get(i).kind().equals(kind)) {
                return idle.remove(i);
            }
        }
        return null;
    }

    /** Takes a worker back that has sent its status; one of LuaJIT's has ended then, since it serves one task. */
    void giveBack(WorkerProcess worker) throws IOException {
        if (worker.kind().runtime() == LuaRuntime.LUAJIT) {
            worker.close();
            return;
        }
        synchronized (this) {
            idle.add(worker);
        }
    }

    private WorkerProcess start(WorkerKind kind, Consumer<String> errors) throws IOException {
        boolean luaj = kind.runtime() == LuaRuntime.LUAJ;
        List<String> program = luaj ? commandLine(kind) : luajit.commandLine();
        Command command = new Command("worker", program, environment(kind.runtime()), options.baseDirectory());
        AtomicReference<Consumer<String>> listener = new AtomicReference<>(errors);
        Child child = children.start(command, line -> listener.getAcquire().accept(line));
        return new WorkerProcess(kind, child, listener);
    }

    /** A JVM looks whether its parent is still there; LuaJIT notices it by its pipes only, and the reaper sees to it. */
    private static Map<String, String> environment(LuaRuntime runtime) {
        return runtime == LuaRuntime.LUAJ
                ? Map.of(
                        WorkerMain.PARENT, Long.toString(ProcessHandle.current().pid()))
                : Map.of();
    }

    private List<String> commandLine(WorkerKind kind) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xss16m",
                "-Xmx" + kind.memory(),
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                // a worker may be killed before it has removed a temporary file of its script; the run removes them all
                "-Djava.io.tmpdir=" + options.workDirectory()));
        if (Runtime.version().feature() >= UNSAFE_IS_DEPRECATED) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        line.add("-cp");
        line.add(
                options.workerClassPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(WorkerMain.class.getName());
        line.add(Integer.toString(kind.longestRow()));
        return line;
    }
}
