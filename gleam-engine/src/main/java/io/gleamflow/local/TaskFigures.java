package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Stage;
import io.gleamflow.process.Child;
import io.gleamflow.process.ExitStatus;
import io.gleamflow.process.ProcessUse;
import io.gleamflow.report.StepCount.Partners;
import io.gleamflow.report.TaskReport;
import io.gleamflow.report.TaskReport.Amount;
import io.gleamflow.report.TaskReport.Status;
import io.gleamflow.report.TaskReport.Use;
import io.gleamflow.worker.RowCounts;
import io.gleamflow.worker.WorkerUse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one task has done so far. Its threads count, anybody may look; what is looked at early may be a little old. */
final class TaskFigures {

    private static final long NEVER = Long.MIN_VALUE;

    private final Stage stage;
    private final int shard;
    private final Flowed in = new Flowed();
    private final Flowed out = new Flowed();
    private final RowCounts front;
    private final RowCounts tail;
    private volatile List<Long> worker = List.of();
    private volatile Optional<Partners> partners = Optional.empty();
    private final AtomicLong spilled = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile long begun = NEVER;
    private volatile long ended = NEVER;
    private volatile Status status = Status.WAITING;
    private volatile int attempts = 1;
    private final AtomicInteger launches = new AtomicInteger();
    private volatile List<Child> children = List.of();
    private volatile ProcessUse before = ProcessUse.UNKNOWN;
    private volatile OptionalLong cpu = OptionalLong.empty();
    private volatile OptionalLong peak = OptionalLong.empty();

    TaskFigures(Stage stage, int shard) {
        this.stage = stage;
        this.shard = shard;
        this.front = new RowCounts(stage.front().size() + 1);
        this.tail = new RowCounts(stage.tail().size());
    }

    /** Rows that pass a place, which only one thread at a time counts. */
    static final class Flowed {
        private final AtomicLong rows = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        void row(int length) {
            rows.setOpaque(rows.getPlain() + 1);
            bytes.setOpaque(bytes.getPlain() + length);
        }

        /** A row whose bytes are counted where they are read. */
        void row() {
            rows.setOpaque(rows.getPlain() + 1);
        }

        void rows(long count) {
            rows.setOpaque(rows.getPlain() + count);
        }

        void read(long count) {
            bytes.setOpaque(bytes.getPlain() + count);
        }

        /** As somebody else has counted them. */
        void set(long allRows, long allBytes) {
            rows.set(allRows);
            bytes.set(allBytes);
        }

        long rows() {
            return rows.getOpaque();
        }

        long bytes() {
            return bytes.getOpaque();
        }
    }

    Stage stage() {
        return stage;
    }

    Flowed in() {
        return in;
    }

    Flowed out() {
        return out;
    }

    /** Rows that come to the operations before the body, and to the body. */
    RowCounts front() {
        return front;
    }

    /** Rows that come to the operations behind the body. */
    RowCounts tail() {
        return tail;
    }

    /** Rows that have come to the operations in a worker; empty as long as it has not told. */
    List<Long> inWorker() {
        return worker;
    }

    void inWorker(List<Long> came) {
        worker = came;
    }

    /** Which rows had partners, when they are joined on their way in. */
    Optional<Partners> partners() {
        return partners;
    }

    void joined(Partners of) {
        partners = Optional.of(of);
    }

    /** A store whose spills count as this task's. */
    SpillStore counted(SpillStore store) {
        return new CountedSpills(store, spilled);
    }

    void reject() {
        rejected.incrementAndGet();
    }

    void attempt(int number) {
        attempts = Math.max(attempts, number);
    }

    /** Programs joined by pipes, at work now. */
    void launched(List<Child> started) {
        before = ofPrograms();
        children = List.copyOf(started);
        launches.incrementAndGet();
    }

    /** What the programs have taken so far; a worker says it itself, since it may have done other tasks before. */
    private ProcessUse ofPrograms() {
        if (stage.body() instanceof Body.Chain) {
            return ProcessUse.UNKNOWN;
        }
        ProcessUse all = before;
        for (Child child : children) {
            all = all.plus(child.use());
        }
        return all;
    }

    /** What a worker says of the task it has ended. */
    void used(WorkerUse use) {
        cpu = use.cpuNanos();
        peak = use.peakMemory();
    }

    void usedCpu(OptionalLong nanos) {
        cpu = nanos;
    }

    void begin() {
        status = Status.STOPPED;
        begun = System.nanoTime();
    }

    void end(Status how) {
        ended = System.nanoTime();
        status = how;
    }

    /**
     * All of it.
     *
     * @param start when the run began, as {@code System.nanoTime} has it
     */
    TaskReport report(long start) {
        long from = begun;
        long to = ended == NEVER ? System.nanoTime() : ended;
        Optional<Duration> since =
                from == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, from - start)));
        List<Child> last = launches.get() == 1 ? children : List.of();
        return new TaskReport(
                stage.number(),
                stage.title(),
                shard,
                last.isEmpty() ? 0 : last.get(last.size() - 1).pid(),
                status,
                exit(last),
                attempts,
                since,
                Duration.ofNanos(from == NEVER ? 0 : Math.max(0, to - from)),
                new Amount(in.rows(), in.bytes()),
                new Amount(out.rows(), out.bytes()),
                use(),
                rejected.get(),
                StepCounts.of(stage, this));
    }

    private Use use() {
        ProcessUse all = ofPrograms().plus(new ProcessUse(cpu, peak));
        return new Use(
                all.cpuNanos().isPresent()
                        ? Optional.of(Duration.ofNanos(all.cpuNanos().getAsLong()))
                        : Optional.empty(),
                all.peakMemory(),
                spilled.get());
    }

    /** The first that did not end well; empty as long as one is at work, and when the engine has ended one. */
    private static Optional<String> exit(List<Child> all) {
        Optional<String> first = Optional.empty();
        for (Child child : all) {
            Optional<ExitStatus> exit = child.exit();
            if (exit.isEmpty() || exit.get().isEndedByUs()) {
                return Optional.empty();
            }
            if (first.isEmpty() && !exit.get().isSuccess()) {
                first = Optional.of(String.valueOf(exit.get().code()));
            }
        }
        return all.isEmpty() || first.isPresent() ? first : Optional.of("0");
    }
}
