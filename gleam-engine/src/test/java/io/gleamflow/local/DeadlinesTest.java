package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeadlinesTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void whoIsLateIsToldOnce() throws Exception {
        Semaphore told = new Semaphore(0);
        try (Deadlines deadlines = new Deadlines()) {
            Deadlines.Watch watch = deadlines.watch(SHORT, told::release);
            told.acquire();
            watch.pause();
            watch.resume();
            assertThat(told.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void whoHasEndedIsNotLate() throws Exception {
        Semaphore told = new Semaphore(0);
        try (Deadlines deadlines = new Deadlines()) {
            deadlines.watch(SHORT, told::release).close();
            assertThat(told.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void timeStandsStillDuringAPause() throws Exception {
        Semaphore told = new Semaphore(0);
        try (Deadlines deadlines = new Deadlines()) {
            Deadlines.Watch watch = deadlines.watch(SHORT, told::release);
            watch.pause();
            assertThat(told.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
            watch.resume();
            told.acquire();
        }
    }

    @Test
    void nobodyIsLateWhenAllIsOver() throws Exception {
        Semaphore told = new Semaphore(0);
        Deadlines deadlines = new Deadlines();
        deadlines.watch(SHORT, told::release);
        deadlines.close();
        assertThat(told.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void longSpansCanBeCounted() {
        try (Deadlines deadlines = new Deadlines()) {
            deadlines.watch(Duration.ofSeconds(Long.MAX_VALUE), () -> {}).close();
        }
    }

    @Test
    void oneThatCannotBeEndedDoesNotEndTheClock() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        try (Deadlines deadlines = new Deadlines()) {
            deadlines.watch(Duration.ZERO, () -> {
                throw new IllegalStateException("it cannot be ended");
            });
            deadlines.watch(SHORT, second::countDown);
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
