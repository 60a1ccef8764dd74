package io.gleamflow.process;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Where the output of a child comes out of the system's pipes, and how long it is waited for.
 *
 * @param outlet what the engine reads; children joined by pipes share one
 * @param copier the process of ours between this child and the outlet. The JVM stops reading from a child that has ended,
 *     and would lose what background processes of the child write later; from the copier all of it arrives. Empty if the
 *     child's own pipe is read, or another child stands between
 */
record OutputEnd(Outlet outlet, Optional<Process> copier) {

    private static final long LONGEST_NAP_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 2;

    /** Calls, on some thread, when somebody ends the copier, so that what the child writes is lost. */
    void onLoss(Runnable call) {
        if (copier.isPresent()) {
            CompletableFuture<Void> unused = copier.get().onExit().thenAcceptAsync(ended -> {
                if (ExitStatus.of(ended.exitValue()).isViolent()) {
                    call.run();
                }
            });
        }
    }

    /** Ends the copier; a child read directly ends its pipe itself. */
    void kill(ProcessGroups groups) {
        if (copier.isPresent()) {
            groups.kill(copier.get());
        }
    }

    /** Waits while someone may still write for a child that has ended; returns who kept the pipe open in silence. */
    List<String> awaitLate(Process ended, ChildProcesses owner, BooleanSupplier givenUp) throws InterruptedException {
        long end = System.nanoTime();
        long nap = 1;
        while (!outlet.ended() && !givenUp.getAsBoolean()) {
            List<String> holders = holders(ended, owner.groups());
            if (holders.isEmpty()) {
                return holders;
            }
            long silence = Math.min(outlet.waitingNanos(), System.nanoTime() - end);
            if (silence > owner.grace().toNanos()) {
                kill(owner.groups());
                return holders;
            }
            Thread.sleep(nap);
            nap = Math.min(2 * nap, LONGEST_NAP_MILLIS);
        }
        return List.of();
    }

    private List<String> holders(Process ended, ProcessGroups groups) {
        List<String> members =
                groups.members(ended).stream().map(Object::toString).toList();
        if (members.isEmpty() && copier.filter(Process::isAlive).isPresent()) {
            // it still has to copy, or reads from someone who left the group
            return List.of("a process that left its group");
        }
        return members;
    }

    /** Lets the copier end, and tells why it failed, if it did; its end by a reader that had enough is no failure. */
    Optional<String> finish(ProcessGroups groups) throws InterruptedException {
        if (copier.isEmpty()) {
            return Optional.empty();
        }
        boolean ended = copier.get().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        groups.kill(copier.get());
        ExitStatus status = ExitStatus.of(copier.get().waitFor());
        boolean fine = status.isSuccess() || status.isBrokenPipe() || (!ended && outlet.ended());
        return fine ? Optional.empty() : Optional.of("the process that copies its output: " + status);
    }
}
