package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoggedRunTest {

    private static final RunReport DONE = Reports.run("flow", Duration.ZERO, List.of(), List.of(), List.of());

    private final List<String> shown = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final LoggedRun run = new LoggedRun("flow", line -> {
        shown.add(line.text());
        threads.add(Thread.currentThread());
    });

    @Test
    void everyLineIsShownInOrderByTheCallingThread() throws Exception {
        RunReport report = run.run(listener -> {
            for (int i = 0; i < 10_000; i++) {
                listener.logged("map", "line " + i);
            }
            return DONE;
        });
        assertThat(report).isSameAs(DONE);
        assertThat(shown).hasSize(10_000).startsWith("line 0", "line 1").endsWith("line 9999");
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void aLineLongerThanTheQueueMayHoldPasses() throws Exception {
        String longLine = "x".repeat(5 << 20);
        run.run(listener -> {
            listener.logged("map", longLine);
            listener.logged("map", longLine);
            return DONE;
        });
        assertThat(shown).containsExactly(longLine, longLine);
    }

    @Test
    void theFailureOfARunIsTheFailureOfTheCallAfterItsLines() {
        FailureException failure = new FailureException(Failure.of(Blame.SCRIPT, Place.of("a.yaml"), "map", "no"));
        assertThatThrownBy(() -> run.run(listener -> {
                    listener.logged("map", "last words");
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(shown).containsExactly("last words");
    }

    @Test
    void anInterruptionReachesTheRunAndIsWaitedFor() {
        AtomicBoolean ended = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> run.run(listener -> {
                    caller.interrupt();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        listener.logged("map", "cleaning up");
                        ended.set(true);
                    }
                    return DONE;
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(ended).isTrue();
        assertThat(shown).containsExactly("cleaning up");
    }
}
