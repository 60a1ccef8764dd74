package io.gleamflow;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The lock of one project for flows that may run side by side: the first takes it, and the last gives it back. It belongs to
 * one build. Thread-safe.
 */
public final class SharedLock {

    private final ReentrantLock guard = new ReentrantLock();
    private Optional<ProjectLock> held = Optional.empty();
    private int users;
    private boolean wasTaken;

    /** Who is the first ends what dead runs have left; the first of all also what other builds have kept. */
    void take(Leftovers leftovers, String flow, Consumer<String> log) throws IOException, InterruptedException {
        guard.lockInterruptibly();
        try {
            if (users == 0) {
                held = Optional.of(first(leftovers, flow, log, !wasTaken));
                wasTaken = true;
            }
            users++;
        } finally {
            guard.unlock();
        }
    }

    private static ProjectLock first(Leftovers leftovers, String flow, Consumer<String> log, boolean isBegin)
            throws IOException, InterruptedException {
        ProjectLock lock = ProjectLock.take(leftovers.state(), flow, log);
        boolean ready = false;
        try {
            // of a run that died since, perhaps while this one waited for it
            leftovers.end(lock);
            if (isBegin) {
                leftovers.endKept(lock);
            }
            ready = true;
            return lock;
        } finally {
            if (!ready) {
                close(lock, log);
            }
        }
    }

    /** From now on it belongs to another build: what was kept up to now, the next who takes it removes. */
    public void beginAgain() {
        guard.lock();
        try {
            wasTaken = false;
        } finally {
            guard.unlock();
        }
    }

    void giveBack(Consumer<String> log) {
        guard.lock();
        try {
            users--;
            if (users == 0) {
                held.ifPresent(lock -> close(lock, log));
                held = Optional.empty();
            }
        } finally {
            guard.unlock();
        }
    }

    /** That it cannot be given back changes nothing about how the run went. */
    private static void close(ProjectLock lock, Consumer<String> log) {
        try {
            lock.close();
        } catch (IOException e) {
            log.accept("cannot give back the lock of the project: " + e);
        }
    }
}
