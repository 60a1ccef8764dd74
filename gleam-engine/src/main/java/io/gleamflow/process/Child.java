package io.gleamflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A running child. Read {@link #stdout} to its end, or close it, and close {@link #stdin}, each on a thread of its own
 * unless the child is known to read all before it writes; then {@link #await}. Its methods may be called from any thread;
 * the streams are for one thread each.
 */
public final class Child {

    private static final long STDERR_PATIENCE_SECONDS = 2;
    private static final long END_PATIENCE_MILLIS = 1000;

    private final ChildProcesses owner;
    private final Command command;
    private final Process process;
    private final OutputEnd output;
    private final Optional<ProcessLooks> looks;
    private final Inlet inlet;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final StderrDrain stderr;
    private final Thread drain;
    private final Thread watch;
    private volatile boolean killed;
    private volatile boolean outputLost;

    /** @param looks what it takes of the machine, when anybody is to know it */
    Child(
            ChildProcesses owner,
            Command command,
            Process process,
            OutputEnd output,
            Optional<ProcessLooks> looks,
            Consumer<String> errors) {
        this.owner = owner;
        this.command = command;
        this.process = process;
        this.output = output;
        this.looks = looks;
        this.inlet = new Inlet(command.title(), process.getOutputStream());
        this.stderr = new StderrDrain(process.getErrorStream(), errors);
        this.drain = daemon(stderr, "gleam-stderr-" + command.title());
        this.watch = daemon(this::watch, "gleam-exit-" + command.title());
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    void supervise() {
        drain.start();
        watch.start();
        output.onLoss(() -> {
            // the child may not write for a long time, and would not notice
            outputLost = true;
            owner.groups().kill(process);
        });
    }

    public Command command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Where the child reads. Every write goes to the child at once, so write large pieces; it throws
     * {@link ConsumerGoneException} when the child no longer reads. Closing never throws. Of several children joined by
     * pipes only the first has one that leads anywhere.
     */
    public OutputStream stdin() {
        return inlet;
    }

    /** Where the child writes, unbuffered: read large pieces. Children joined by pipes share the last one's. */
    public InputStream stdout() {
        return output.outlet();
    }

    /**
     * What it has taken of the machine, with all it has started, as far as anybody has seen: the last moments are missing, and
     * all of a child that has lasted only moments. Nothing is known of one that was started by itself.
     */
    public ProcessUse use() {
        return looks.map(ProcessLooks::use).orElse(ProcessUse.UNKNOWN);
    }

    /**
     * Waits for the child's end, and for the end of {@link #stdout} while processes it left behind may still write to it.
     * What then is left of its group is killed. If the reader of {@link #stdout} waits for the grace time and nothing comes,
     * those who hold the pipe are killed, and so the child counts as killed. Every call returns the same.
     *
     * @throws InterruptedException if interrupted while waiting; the child goes on
     */
    public ExitStatus await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Lost sight of " + command.title(), e.getCause());
        }
    }

    /** How it ended, once {@link #await} would not wait; never waits. */
    public Optional<ExitStatus> exit() {
        return exit.isDone() && !exit.isCompletedExceptionally() ? Optional.of(exit.join()) : Optional.empty();
    }

    /**
     * The last lines the child wrote to its standard error, at most 64 KiB of them, decoded as UTF-8; a line before them
     * says how much is left out. Complete after {@link #await}.
     */
    public List<String> lastErrors() {
        return stderr.tail();
    }

    /**
     * Ends a child whose output is of no more use: gives it a moment to end by itself, then kills it.
     *
     * @return how it ended; one that still wrote may have ended of a broken pipe
     */
    public ExitStatus end() throws IOException, InterruptedException {
        output.outlet().close();
        try {
            return exit.get(END_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            return await();
        }
    }

    /** Kills the child and all it started, at once; its pipes end soon. Harmless after its end. */
    public void kill() {
        killed = true;
        owner.groups().kill(process);
        output.kill(owner.groups());
    }

    /** Waits a little for the threads of a child that has been killed. */
    void settle(long millis) {
        Uninterrupted.join(watch, millis, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        try {
            ExitStatus own = ExitStatus.of(looks.isPresent() ? looks.get().waitFor() : process.waitFor());
            if (own.isViolent()) {
                // it has failed whatever those it left behind would still write
                owner.groups().kill(process);
            }
            List<String> holders = output.awaitLate(process, owner, () -> killed);
            Optional<String> copierFault = output.finish(owner.groups());
            owner.groups().kill(process);
            Uninterrupted.join(drain, STDERR_PATIENCE_SECONDS, TimeUnit.SECONDS);
            exit.complete(status(own, holders, copierFault));
        } catch (InterruptedException | RuntimeException | Error e) {
            exit.completeExceptionally(e);
        } finally {
            owner.ended(this);
        }
    }

    private ExitStatus status(ExitStatus own, List<String> holders, Optional<String> copierFault) {
        boolean cutShort =
                own.isKill() || copierFault.isPresent() || !output.outlet().ended();
        if (killed && cutShort) {
            return ExitStatus.ENDED_BY_US;
        }
        if (outputLost && own.isKill() && copierFault.isPresent()) {
            return ExitStatus.killed(copierFault.get());
        }
        // a child cut off by the end of the copier is the victim, one that failed by itself is to blame
        boolean blameless = own.isSuccess() || own.isBrokenPipe();
        if (!holders.isEmpty()) {
            String left = "it left " + String.join(", ", holders)
                    + " running, which kept its output open and wrote nothing (let the script `wait` for it)";
            return blameless ? ExitStatus.killed(left) : own.with(left);
        }
        return blameless ? copierFault.map(ExitStatus::killed).orElse(own) : own;
    }
}
