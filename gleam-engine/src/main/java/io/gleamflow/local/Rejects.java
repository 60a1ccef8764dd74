package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows that a run rejects: those that go to a dataset wait here for it, and all are counted by step, over all
 * shards. Thread-safe.
 */
final class Rejects {

    /** A step rejects on its way in, while a program gets rows, and on its way out. */
    private static final int WAYS = 2;

    private final Map<Input.Feed, List<RowSpools>> spools = new HashMap<>();
    private final Map<Place, Counts> counts = new HashMap<>();

    Rejects(Plan plan, Memory memory, SpillStore store) {
        for (Stage stage : plan.stages()) {
            if (stage.input() instanceof Input.Rejected rejected) {
                for (Input.Feed feed : rejected.feeds()) {
                    int shards = plan.stages().get(feed.stage()).shards();
                    List<RowSpools> ways = new ArrayList<>();
                    for (int i = 0; i < WAYS; i++) {
                        ways.add(new RowSpools(shards, 1, memory.ofSpools(), shard -> store));
                    }
                    spools.put(feed, ways);
                }
            }
        }
    }

    /** What is known of a step. */
    private static final class Counts {
        private final Head step;
        private final Map<String, Long> came = new HashMap<>();
        private long rejected;
        private final SortedMap<String, String> firsts = new TreeMap<>();

        Counts(Head step) {
            this.step = step;
        }

        /** The same one however the threads ran. */
        String first() {
            return firsts.values().stream().findFirst().orElse("");
        }

        /** A step has several parts; a row comes to each of them. */
        long rows() {
            return came.values().stream().mapToLong(rows -> rows).max().orElse(0);
        }
    }

    /** All that a feed rejects, those on the way in first. */
    List<RowSpools> of(Input.Feed feed) {
        List<RowSpools> ways = spools.get(feed);
        if (ways == null) {
            throw new IllegalStateException("nothing is rejected by stage " + feed.stage());
        }
        return ways;
    }

    /** Where one shard of a step puts rejected rows; empty when they go nowhere. */
    Optional<RowSpool> spool(Input.Feed feed, boolean in, int shard) {
        return Optional.ofNullable(spools.get(feed))
                .map(ways -> ways.get(in ? 0 : 1).shard(shard));
    }

    /** One shard of a stage has ended. */
    void end(int stage, int shard) {
        for (Map.Entry<Input.Feed, List<RowSpools>> each : spools.entrySet()) {
            if (each.getKey().stage() == stage) {
                for (RowSpools way : each.getValue()) {
                    way.shard(shard).end();
                }
            }
        }
    }

    /**
     * Adds what one task has counted at one part of a step.
     *
     * @param part told apart from the other parts of the step
     * @param first the first error, or empty
     */
    synchronized void add(Head step, String part, int shard, long came, long rejected, String first) {
        Counts of = counts.computeIfAbsent(step.place(), place -> new Counts(step));
        of.came.merge(part, came, Long::sum);
        of.rejected += rejected;
        if (!first.isEmpty()) {
            of.firsts.put(String.format("%s %6d", part, shard), first);
        }
    }

    /**
     * What was rejected, in the order of the descriptor.
     *
     * @throws FailureException when a step has rejected more rows than it may
     */
    synchronized List<RunReport.Rejected> all() throws FailureException {
        for (Counts each : sorted()) {
            if (each.step.onError() instanceof OnError.Reject reject
                    && reject.atMost().isPresent()) {
                check(each, reject.atMost().get());
            }
        }
        return soFar();
    }

    private List<Counts> sorted() {
        List<Counts> all = new ArrayList<>(counts.values());
        if (all.size() < 2) {
            return all;
        }
        all.sort(Comparator.comparingInt((Counts each) -> each.step.place().line())
                .thenComparingInt(each -> each.step.place().column()));
        return all;
    }

    /** The same of tasks that have ended well, whatever the limits are. */
    synchronized List<RunReport.Rejected> soFar() {
        List<RunReport.Rejected> told = new ArrayList<>();
        for (Counts each : sorted()) {
            Optional<String> to = Optional.empty();
            Optional<String> limit = Optional.empty();
            if (each.step.onError() instanceof OnError.Reject reject) {
                to = Optional.of(reject.to().value());
                limit = reject.atMost().map(OnError.Limit::text);
            }
            if (each.rejected > 0) {
                told.add(new RunReport.Rejected(
                        each.step.title(), each.step.place(), each.rejected, each.rows(), each.first(), to, limit));
            }
        }
        return told;
    }

    private static void check(Counts counts, OnError.Limit limit) throws FailureException {
        if (limit.isExceeded(counts.rejected, counts.rows())) {
            String message = counts.rejected + " of " + counts.rows() + " rows were rejected, and at most "
                    + limit.text() + " may be";
            throw new FailureException(new Failure(
                    Blame.DATA,
                    limit.place(),
                    counts.step.title(),
                    message,
                    List.of("one of them: " + counts.first())));
        }
    }
}
