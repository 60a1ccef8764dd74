package io.gleamflow.local;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;

/** The CPU time of a thread of the engine. */
final class ThreadTime {

    private ThreadTime() {}

    /** In nanoseconds, since the thread began; empty where the JVM does not tell. */
    static OptionalLong ofThisThread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : -1;
        return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
