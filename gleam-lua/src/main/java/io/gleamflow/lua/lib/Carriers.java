package io.gleamflow.lua.lib;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that carry the coroutines of a world. A thread whose coroutine has ended is used again; a coroutine that has become
 * unreachable is unwound when the next one begins, by the thread that runs the script, since both may share variables.
 */
final class Carriers implements AutoCloseable {
    private static final long STACK = 16L << 20;
    private static final int MOST_IDLE = 16;

    private final Deque<Carrier> idle = new ArrayDeque<>();
    private final Set<Body> running = new LinkedHashSet<>();
    private final Queue<Body> unreachable = new ConcurrentLinkedQueue<>();
    private @Nullable Cleaner cleaner;

    /** Gives a coroutine a thread, which waits for the body to be entered. */
    void carry(Coroutine coroutine, Body body) {
        for (Body lost = unreachable.poll(); lost != null; lost = unreachable.poll()) {
            lost.end();
        }
        if (cleaner == null) {
            cleaner = Cleaner.create();
        }
        Queue<Body> lost = unreachable;
        cleaner.register(coroutine, () -> lost.add(body));
        running.add(body);
        Carrier carrier = idle.poll();
        if (carrier == null) {
            carrier = new Carrier();
            carrier.next = body;
            Thread thread = new Thread(null, carrier, "gleam-coroutine", STACK, false);
            thread.setDaemon(true);
            carrier.thread = thread;
            thread.start();
        } else {
            carrier.next = body;
            LockSupport.unpark(carrier.thread);
        }
    }

    /** Unwinds all coroutines and ends all threads. */
    @Override
    public void close() {
        Set.copyOf(running).forEach(Body::end);
        idle.forEach(Carrier::stop);
        idle.clear();
    }

    /** One thread. */
    private final class Carrier implements Runnable {
        private volatile @Nullable Thread thread;
        private volatile @Nullable Body next;
        private volatile boolean stopped;

        @Override
        public void run() {
            while (!stopped) {
                Body body = next;
                if (body == null) {
                    LockSupport.park(this);
                } else {
                    next = null;
                    body.run(() -> done(body));
                }
            }
        }

        /** Runs while it is the carrier's turn, so nobody else looks at these. */
        private void done(Body body) {
            running.remove(body);
            if (idle.size() < MOST_IDLE) {
                idle.push(this);
            } else {
                stopped = true;
            }
        }

        void stop() {
            stopped = true;
            LockSupport.unpark(thread);
        }
    }
}
