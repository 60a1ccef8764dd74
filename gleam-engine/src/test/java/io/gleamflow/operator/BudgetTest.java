package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void refusesWhatIsNotLeft() {
        Budget budget = Budget.of(100);
        assertThat(budget.take(60)).isTrue();
        assertThat(budget.take(41)).isFalse();
        assertThat(budget.take(40)).isTrue();
        assertThat(budget.taken()).isEqualTo(100);
        budget.give(100);
        assertThat(budget.taken()).isZero();
        assertThatThrownBy(() -> budget.give(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyThreadsNeverTakeMoreThanThereIs() throws InterruptedException {
        Budget budget = Budget.of(1000);
        AtomicLong most = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long bytes = 100 + 50L * i;
            threads.add(new Thread(() -> {
                for (int j = 0; j < 20_000; j++) {
                    if (budget.take(bytes)) {
                        most.accumulateAndGet(budget.taken(), Math::max);
                        budget.give(bytes);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most.get()).isBetween(100L, 1000L);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aShareLeavesSomethingForTheNext() {
        Budget budget = Budget.of(100 << 20);
        Share first = new Share(budget);
        Share second = new Share(budget);
        long size = 1 << 20;
        while (first.covers(size)) {
            size += 1 << 20;
        }
        assertThat(budget.taken()).isBetween(70L << 20, 81L << 20);
        assertThat(second.covers(10 << 20)).isTrue();
        assertThat(second.covers(50 << 20)).isFalse();
        assertThat(second.covers(10 << 20)).isTrue();
        first.shrink(1 << 20);
        assertThat(second.covers(50 << 20)).isTrue();
        first.release();
        first.release();
        second.release();
        assertThat(budget.taken()).isZero();
        assertThat(new Share(Budget.of(0)).covers(Share.FLOOR)).isTrue();
        assertThat(new Share(Budget.of(0)).covers(Share.FLOOR + 1)).isFalse();
    }
}
