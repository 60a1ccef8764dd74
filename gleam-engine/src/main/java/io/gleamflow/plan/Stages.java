package io.gleamflow.plan;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The stages planned so far; steps are fused into the current one or begin another. Not thread-safe. */
final class Stages {

    private final Flow flow;
    private final PlanOptions options;
    private final boolean rejects;
    private final List<StageBuilder> all = new ArrayList<>();
    private int shards = 1;
    private int current = -1;

    Stages(Flow flow, PlanOptions options) {
        this.flow = flow;
        this.rejects = hasRejected(flow);
        this.options = options;
    }

    private static boolean hasRejected(Flow flow) {
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof SourceStep.Rejected) {
                    return true;
                }
            }
        }
        return false;
    }

    List<Stage> build() {
        List<Stage> stages = new ArrayList<>();
        for (StageBuilder stage : all) {
            stages.add(stage.build());
        }
        return List.copyOf(stages);
    }

    PlanOptions options() {
        return options;
    }

    /** The number of the stage that has the rows of the step planned last. */
    int current() {
        return current;
    }

    int shardsOf(int stage) {
        return all.get(stage).shards();
    }

    /** Into how many shards data is divided here when no step says otherwise. */
    int shards() {
        return shards;
    }

    /** Goes on where a dataset has ended, and with its shards. */
    void resume(int stage, int width) {
        current = stage;
        shards = width;
    }

    /** The rows of the current stage are read by others as well: nothing more is fused into it. */
    void seal() {
        all.get(current).seal();
    }

    /** The stage to add to. */
    StageBuilder open() {
        if (all.get(current).isSealed()) {
            forward();
        }
        return all.get(current);
    }

    /** What rejects rows into a dataset, in the order of the descriptor. */
    List<Input.Feed> rejecting(String dataset) {
        return all.stream()
                .flatMap(stage -> stage.heads().stream()
                        .filter(head -> head.onError() instanceof OnError.Reject reject
                                && reject.to().value().equals(dataset))
                        .map(head -> new Input.Feed(stage.number(), head.place())))
                .distinct()
                .sorted(Comparator.comparing((Input.Feed feed) -> feed.step().line())
                        .thenComparing(feed -> feed.step().column())
                        .thenComparing(Input.Feed::stage))
                .toList();
    }

    private void begin(Input input, int into) {
        all.add(new StageBuilder(all.size(), input, into));
        current = all.size() - 1;
    }

    /** Begins with a source that is worth so many pieces. */
    void source(Input input, Head head, long pieces) {
        OptionalInt asked = options.partitions().isPresent()
                ? options.partitions()
                : head.partitions().isPresent()
                        ? head.partitions()
                        : flow.defaults().partitions();
        int most = asked.orElse((int) Math.max(1, Math.min(options.cores(), pieces)));
        shards = most;
        begin(input, Input.isDivisible(input) ? most : 1);
    }

    /** Begins with the rows of other stages. */
    void combine(Input input, int into) {
        begin(input, into);
    }

    void exchange(Exchange exchange, int into) {
        begin(new Input.Exchanged(current, exchange), into);
    }

    void forward() {
        exchange(new Exchange.Forward(), all.get(current).shards());
    }

    /**
     * Whether rejected rows are told of anywhere: then the stages are the same for one shard as for many, since where a row
     * was read is known within the stage that reads it only.
     */
    boolean rejects() {
        return rejects;
    }

    /** One shard with the whole sequence. */
    void gather() {
        StageBuilder stage = all.get(current);
        if (stage.isBareSource() && !stage.isSealed()) {
            stage.divide(1);
        } else if (stage.shards() > 1 || rejects) {
            exchange(new Exchange.Gather(), 1);
        }
    }

    /** Contiguous pieces, whose rows depend on the data and the number only. */
    void cut(int into) {
        StageBuilder stage = all.get(current);
        if (stage.isBareSource() && !stage.isSealed()) {
            stage.divide(into);
        } else {
            exchange(Exchange.Cut.all(), into);
        }
    }

    /**
     * What a step sees that would tell shards apart: everything, unless it asks for pieces; those are contiguous, or have
     * equal keys together.
     */
    void divide(Head head, List<Integer> by) {
        if (head.partitions().isEmpty()) {
            gather();
        } else if (by.isEmpty()) {
            cut(head.partitions().getAsInt());
        } else {
            exchange(new Exchange.Hash(by), head.partitions().getAsInt());
        }
    }

    /** Into how many shards a step with keys divides. */
    int keyShards(Head head) {
        return options.partitions().isPresent() ? shards : head.partitions().orElse(shards);
    }

    /** Equal keys come together in the order of keys. */
    void range(Exchange.Range range, Head head) {
        exchange(range, keyShards(head));
    }

    void add(Operation operation) {
        open().add(operation);
    }

    void script(LuaOperation operation) {
        LuaRuntime runtime = flow.defaults().runtimeOf(operation.head());
        if (!open().takesScript(runtime)) {
            forward();
        }
        open().addScript(operation, runtime);
    }
}
