package io.gleamflow.benchmarks.profile;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/** What processes of one kind have recorded, added up. */
final class ProcessProfile {

    /** Frames of these are told with all that they call. */
    private static final List<String> OWN = List.of("io.gleamflow.", "org.luaj.");

    private final Tally running = new Tally();
    private final Tally inside = new Tally();
    private final Tally nativeCode = new Tally();
    private final Tally allocations = new Tally();
    private final CpuTime process = new CpuTime();
    private final CpuTime threads = new CpuTime();
    private final CpuTime compilers = new CpuTime();
    private int collections;
    private double collecting;
    private int compilations;

    /** Another recording begins. */
    void begin() {
        process.begin();
        threads.begin();
        compilers.begin();
    }

    void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> sample(event.getStackTrace());
            case "jdk.NativeMethodSample" -> nativeCode.add(top(event.getStackTrace()), 1);
            case "jdk.ObjectAllocationSample" ->
                allocations.add(
                        event.getClass("objectClass").getName() + " in " + own(event.getStackTrace()),
                        event.getLong("weight"));
            case "jdk.CPULoad" -> process.add(event, "process", "jvmUser", "jvmSystem");
            case "jdk.ThreadCPULoad" -> {
                // null when the thread has ended since
                RecordedThread thread = event.getThread("eventThread");
                String name = thread == null ? "ended" : thread.getOSName();
                (isCompiler(name) ? compilers : threads).add(event, name, "user", "system");
            }
            case "jdk.GarbageCollection" -> {
                collections++;
                collecting += event.getDuration("sumOfPauses").toNanos() / 1e9;
            }
            case "jdk.Compilation" -> compilations++;
            default -> {
                // the rest is about the recording
            }
        }
    }

    private static boolean isCompiler(String thread) {
        return thread.startsWith("C1 ") || thread.startsWith("C2 ");
    }

    private void sample(@Nullable RecordedStackTrace stack) {
        running.add(top(stack), 1);
        if (stack == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : stack.getFrames()) {
            String name = name(frame);
            if (OWN.stream().anyMatch(name::startsWith) && seen.add(name)) {
                inside.add(name, 1);
            }
        }
    }

    private static String top(@Nullable RecordedStackTrace stack) {
        return stack == null || stack.getFrames().isEmpty()
                ? "?"
                : name(stack.getFrames().get(0));
    }

    /** The innermost frame that is not of the JDK. */
    private static String own(@Nullable RecordedStackTrace stack) {
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                String name = name(frame);
                if (OWN.stream().anyMatch(name::startsWith)) {
                    return name;
                }
            }
        }
        return top(stack);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    void print(PrintStream out, int lines) {
        out.printf(
                "CPU %s, of which Java threads %s and compilers %s (%d methods)%n",
                process, threads, compilers, compilations);
        out.printf("%d garbage collections, pauses %.2f s%n", collections, collecting);
        running.print(out, "running Java code, by the method at the top", running.sum(), lines);
        inside.print(out, "running Java code, with all that the method calls", running.sum(), lines);
        nativeCode.print(out, "in native code, waiting included", nativeCode.sum(), lines / 3);
        allocations.print(out, "bytes allocated", allocations.sum(), lines / 2);
    }
}
