package io.gleamflow.benchmarks;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.operator.Budget;
import io.gleamflow.operator.JoinSide;
import io.gleamflow.operator.MergeJoin;
import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.RowOrder;
import io.gleamflow.operator.RunSorter;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Batch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Joining two sides that are sorted already; for each left row, of which most have a partner. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Joining {

    private static final int LEFT = 1 << 17;
    private static final int RIGHT = 1 << 14;
    private static final int[] KEY = {0};

    private final Budget budget = Budget.of(256L << 20);
    private final RunSorter left = sorted(Rows.numbered(LEFT, RIGHT + RIGHT / 20, 1));
    private final RunSorter right = sorted(Rows.numbered(RIGHT, 0, 2));
    private final Head head = Head.of("join", Place.of("flow.yaml"), Optional.empty(), List.of());

    private RunSorter sorted(Batch rows) {
        RunSorter sorter = new RunSorter(new RowOrder(KEY, new boolean[1]), budget, TemporarySpill::new);
        Rows.feed(rows, sorter);
        return sorter;
    }

    @TearDown
    public void close() {
        left.close();
        right.close();
    }

    @Benchmark
    @OperationsPerInvocation(LEFT)
    public long mergeJoin() throws IOException {
        CountingSink out = new CountingSink();
        JoinSide side = new JoinSide(KEY, 2);
        try (MergeJoin join =
                new MergeJoin(head, JoinStep.Kind.INNER, side, side, false, false, budget, TemporarySpill::new, out)) {
            join.run(MergedRuns.open(left.runs(), null, null), MergedRuns.open(right.runs(), null, null));
        }
        return out.bytes();
    }
}
