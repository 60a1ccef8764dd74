package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.Child;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.process.Command;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts workers and keeps those that have nothing to do for the next task. Thread-safe. */
final class WorkerPool {

    private final ChildProcesses children;
    private final RunOptions options;
    private final LuajitProgram luajit;
    private final WorkerJvm jvm;
    private final WorkerArchive archive;
    private final List<WorkerProcess> idle = new ArrayList<>();
    private final List<Coming> coming = new ArrayList<>();

    private volatile boolean aborted;

    /** @param children what workers are started as; a run's own, or those of several runs */
    WorkerPool(ChildProcesses children, RunOptions options) {
        this.children = children;
        this.options = options;
        this.luajit = new LuajitProgram(options.luajit(), options.workDirectory());
        this.jvm = new WorkerJvm(options.workerClassPath(), options.workDirectory());
        this.archive = new WorkerArchive(children, jvm, options.archives(), options.workDirectory());
    }

    /** A worker that is being started. */
    private record Coming(WorkerKind kind, FutureTask<WorkerProcess> worker) {}

    /**
     * Starts workers on the JVM for tasks that are about to take them, so that they start while the engine gets ready.
     *
     * @param count how many such tasks there are; workers that wait already are counted in
     */
    synchronized void prepare(WorkerKind kind, int count) {
        int there = 0;
        for (WorkerProcess worker : idle) {
            there += worker.kind().equals(kind) ? 1 : 0;
        }
        for (int started = there; started < count; started++) {
            FutureTask<WorkerProcess> worker = new FutureTask<>(() -> start(kind, new HeldLines()));
            coming.add(new Coming(kind, worker));
            Thread thread = new Thread(worker, "gleam-worker");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * A worker that waits for a task.
     *
     * @param errors hears what it writes for people until it is taken again, on a thread of the worker
     */
    WorkerProcess take(WorkerKind kind, Consumer<String> errors) throws IOException, InterruptedException {
        WorkerProcess worker = waiting(kind);
        if (worker == null) {
            return start(kind, errors);
        }
        worker.listen(errors);
        return worker;
    }

    /** Waits a little for what is being made for later runs. */
    void awaitArchive() throws InterruptedException {
        archive.await();
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

    private @Nullable WorkerProcess waiting(WorkerKind kind) throws InterruptedException {
        FutureTask<WorkerProcess> starting = null;
        synchronized (this) {
            for (int i = 0; i < idle.size(); i++) {
                if (idle.get(i).kind().equals(kind)) {
                    return idle.remove(i);
                }
            }
            for (int i = 0; i < coming.size() && starting == null; i++) {
                if (coming.get(i).kind().equals(kind)) {
                    starting = coming.remove(i).worker();
                }
            }
        }
        try {
            return starting == null ? null : starting.get();
        } catch (ExecutionException notStarted) {
            // whoever tries again is told why
            return null;
        }
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
        List<String> program = luaj ? jvm.worker(kind, archive.find()) : luajit.commandLine();
        // a JVM looks whether its parent is still there; LuaJIT notices it by its pipes only, and the reaper sees to it
        Map<String, String> environment = luaj ? WorkerJvm.environment() : Map.of();
        Command command = new Command("worker", program, environment, options.baseDirectory());
        AtomicReference<Consumer<String>> listener = new AtomicReference<>(errors);
        Child child = children.start(command, line -> listener.getAcquire().accept(line));
        if (luaj) {
            archive.makeIfMissing();
        }
        return new WorkerProcess(kind, child, listener);
    }
}
