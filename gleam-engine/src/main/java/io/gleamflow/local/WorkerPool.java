package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.process.Command;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import io.gleamflow.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts workers and keeps those that have nothing to do for the next task. Thread-safe. */
final class WorkerPool {

    private static final int UNSAFE_IS_DEPRECATED = 23;

    private final ChildProcesses children;
    private final RunOptions options;
    private final RunListener log;
    private final Secrets secrets;
    private final LuajitProgram luajit;
    private final List<WorkerProcess> idle = new ArrayList<>();

    /** What the worker with a process id is doing, for the lines it writes. */
    private final Map<Long, String> titles = new ConcurrentHashMap<>();

    WorkerPool(ChildProcesses children, RunOptions options, RunListener log, Secrets secrets) {
        this.children = children;
        this.options = options;
        this.log = log;
        this.secrets = secrets;
        this.luajit = new LuajitProgram(options.luajit(), options.workDirectory());
    }

    /** A worker that waits for a task; what it writes for people is logged under the title. */
    WorkerProcess take(WorkerKind kind, String title) throws IOException {
        WorkerProcess worker = waiting(kind);
        if (worker == null) {
            worker = start(kind);
        }
        titles.put(worker.child().pid(), title);
        return worker;
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

    private WorkerProcess start(WorkerKind kind) throws IOException {
        boolean luaj = kind.runtime() == LuaRuntime.LUAJ;
        List<String> program = luaj ? commandLine(kind) : luajit.commandLine();
        Command command = new Command("worker", program, environment(kind.runtime()), options.baseDirectory());
        AtomicLong pid = new AtomicLong();
        Consumer<String> errors = secrets.inPieces(line -> log.logged(titles.getOrDefault(pid.get(), "worker"), line));
        WorkerProcess worker = new WorkerProcess(kind, children.start(command, errors));
        pid.set(worker.child().pid());
        return worker;
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
