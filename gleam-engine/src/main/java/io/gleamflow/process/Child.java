package io.gleamflow.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running child. Read {@link #stdout} to its end, or close it, and close {@link #stdin}, each on a thread of its own
 * unless the child is known to read all before it writes; then {@link #await}. Its methods may be called from any thread;
 * the streams are for one thread each.
 */
public final class Child {

    private static final long LONGEST_NAP_MILLIS = 100;
    private static final long STDERR_PATIENCE_SECONDS = 2;

    private final ChildProcesses owner;
    private final Command command;
    private final Process process;
    private final Outlet outlet;
    private final @Nullable Child copier;
    private final Inlet inlet;
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();
    private final StderrDrain stderr;
    private final Thread drain;
    private final Thread watch;
    private volatile boolean killed;

    /**
     * A child whose output is read, at the end of its pipeline, from the outlet, by way of the copier if there is one
     * directly after it.
     */
    Child(ChildProcesses owner, Running running, Outlet outlet, @Nullable Child copier) {
        this.owner = owner;
        this.command = running.command();
        this.process = running.process();
        this.outlet = outlet;
        this.copier = copier;
        this.inlet = new Inlet(command.title(), process.getOutputStream());
        this.stderr = new StderrDrain(command, process.getErrorStream(), running.listener());
        this.drain = daemon(stderr, "gleam-stderr-" + command.title());
        this.watch = daemon(this::watch, "gleam-exit-" + command.title());
    }

    /** A process just started, and who hears its standard error. */
    record Running(Command command, Process process, StderrListener listener) {}

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    void supervise() {
        drain.start();
        watch.start();
    }

    public Command command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Where the child reads. Every write goes to the child at once, so write large pieces; it throws
     * {@link ConsumerGoneException} when the child no longer reads. Closing never throws.
     */
    public OutputStream stdin() {
        return inlet;
    }

    /** Where the child writes, unbuffered: read large pieces. */
    public InputStream stdout() {
        return outlet;
    }

    /**
     * Waits for the child's end, and for the end of {@link #stdout} if processes it left behind still write to it. What
     * then is left of its group is killed. If the one who reads {@link #stdout} waits for the grace time and nothing comes,
     * those who hold it are killed and {@link Exit#holders named}. Every call returns the same exit.
     *
     * @throws InterruptedException if interrupted while waiting; the child goes on
     */
    public Exit await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Lost sight of " + command.title(), e.getCause());
        }
    }

    /** Kills the child and all it started, at once; its pipes end soon. Harmless after its end. */
    public void kill() {
        killed = true;
        owner.groups().kill(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits a little for the threads of a child that has been killed. */
    void settle(long millis) {
        Uninterrupted.join(watch, millis, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        try {
            int code = process.waitFor();
            boolean killedBefore = killed;
            List<String> holders = awaitLateOutput();
            owner.groups().kill(process);
            if (!holders.isEmpty() && copier != null) {
                copier.kill();
            }
            Uninterrupted.join(drain, STDERR_PATIENCE_SECONDS, TimeUnit.SECONDS);
            exit.complete(new Exit(command, new ExitStatus(code), stderr.tail(), killedBefore || killed, holders));
        } catch (InterruptedException | RuntimeException | Error e) {
            exit.completeExceptionally(e);
        } finally {
            owner.ended(this);
        }
    }

    /** Waits while someone may still write to the output of a child that has ended; who kept it open in silence. */
    private List<String> awaitLateOutput() throws InterruptedException {
        long end = System.nanoTime();
        long nap = 1;
        while (!outlet.ended() && !killed) {
            List<String> holders =
                    owner.groups().members(process).stream().map(Object::toString).toList();
            if (holders.isEmpty()) {
                if (copier == null || !copier.isAlive()) {
                    return List.of();
                }
                // The copier still has to copy, or reads from someone who left the group.
                holders = List.of("a process of its own session");
            }
            long silence = Math.min(outlet.waitingNanos(), System.nanoTime() - end);
            if (silence > owner.grace().toNanos()) {
                return holders;
            }
            Thread.sleep(nap);
            nap = Math.min(2 * nap, LONGEST_NAP_MILLIS);
        }
        return List.of();
    }
}
