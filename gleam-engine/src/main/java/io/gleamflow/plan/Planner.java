package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Decides what is fused, how many shards there are and how rows change shards. The flow must have passed the check. Pure.
 * Each visit returns the stage the step ended in.
 */
public final class Planner implements Step.Visitor<StageBuilder> {

    private final Flow flow;
    private final PlanOptions options;
    private final List<StageBuilder> stages = new ArrayList<>();
    private Columns columns = Columns.UNKNOWN;
    private int shards = 1;

    private Planner(Flow flow, PlanOptions options) {
        this.flow = flow;
        this.options = options;
    }

    /** The plan of a checked flow. */
    public static Plan plan(Flow flow, PlanOptions options) {
        Planner planner = new Planner(flow, options);
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                step.accept(planner);
                planner.columns = ColumnsAfter.of(step, planner.columns);
                planner.types(step);
            }
        }
        return new Plan(
                flow.name(), planner.stages.stream().map(StageBuilder::build).toList());
    }

    private StageBuilder stage() {
        return stages.get(stages.size() - 1);
    }

    private void source(Input input, Step step, long pieces) {
        OptionalInt asked = options.partitions().isPresent()
                ? options.partitions()
                : step.head().partitions().isPresent()
                        ? step.head().partitions()
                        : flow.defaults().partitions();
        shards = asked.orElseGet(() -> (int) Math.max(1, Math.min(options.cores(), pieces)));
        stages.add(new StageBuilder(stages.size(), input, shards));
    }

    private void exchange(Exchange exchange, int into) {
        stages.add(new StageBuilder(stages.size(), new Input.Exchanged(stage().number(), exchange), into));
    }

    private void forward() {
        exchange(new Exchange.Forward(), stage().shards());
    }

    /** One shard with the whole sequence. */
    private void gather() {
        if (stage().isBareSource()) {
            stage().divide(1);
        } else if (stage().shards() > 1) {
            exchange(new Exchange.Gather(), 1);
        }
    }

    /** Contiguous pieces, whose rows depend on the data and the number only. */
    private void cut(int into) {
        if (stage().isBareSource()) {
            stage().divide(into);
        } else {
            exchange(new Exchange.Cut(), into);
        }
    }

    private int rangeShards(Step step) {
        return options.partitions().isPresent()
                ? shards
                : step.head().partitions().orElse(shards);
    }

    private void types(Step step) {
        if (step.head().types().isEmpty()) {
            return;
        }
        Map<Integer, ColumnType> types = new TreeMap<>();
        for (TypedColumn typed : step.head().types()) {
            types.put(index(typed.column()), typed.type());
        }
        stage().add(new Operation.Convert(step.head(), types));
    }

    private int index(ColumnRef column) {
        return columns.indexOf(column)
                .orElseThrow(() -> new IllegalStateException(column.place() + ": unchecked column " + column));
    }

    private List<Integer> indexes(List<ColumnRef> refs) {
        return refs.isEmpty() ? List.of(0) : refs.stream().map(this::index).toList();
    }

    private StageBuilder script(Operation.Kind kind, Step step, LuaText text) {
        return script(new Operation.Script(kind, step.head(), text, columns));
    }

    private StageBuilder script(Operation operation) {
        LuaRuntime runtime = options.runtime().orElseGet(() -> flow.defaults().runtimeOf(operation.head()));
        if (!stage().takesScript(runtime)) {
            forward();
        }
        stage().addScript(operation, runtime);
        return stage();
    }

    @Override
    public StageBuilder read(Step.Read step) {
        Input.Files files = new Input.Files(step.head(), options.files().getOrDefault(step, List.of()));
        source(files, step, files.bytes() >> 22);
        return stage();
    }

    @Override
    public StageBuilder count(Step.Count step) {
        source(new Input.Numbers(step.head(), step.count()), step, step.count() / 200_000);
        return stage();
    }

    @Override
    public StageBuilder rows(Step.Rows step) {
        source(new Input.Inline(step.head(), step.rows()), step, 1);
        return stage();
    }

    @Override
    public StageBuilder map(Step.Map step) {
        return script(Operation.Kind.MAP, step, step.script());
    }

    @Override
    public StageBuilder flatMap(Step.FlatMap step) {
        return script(Operation.Kind.FLAT_MAP, step, step.script());
    }

    @Override
    public StageBuilder filter(Step.Filter step) {
        return script(Operation.Kind.FILTER, step, step.script());
    }

    @Override
    public StageBuilder forEach(Step.ForEach step) {
        if (step.head().partitions().isPresent()) {
            cut(step.head().partitions().getAsInt());
        } else {
            gather();
        }
        return script(Operation.Kind.FOR_EACH, step, step.script());
    }

    @Override
    public StageBuilder select(Step.Select step) {
        stage().add(new Operation.Select(step.head(), indexes(step.columns())));
        return stage();
    }

    @Override
    public StageBuilder reduceByKey(Step.ReduceByKey step) {
        script(new Operation.PartialReduce(step.head(), step.script(), columns));
        exchange(new Exchange.Range(List.of(0), List.of(false), Optional.empty()), rangeShards(step));
        return script(new Operation.FinalReduce(step.head(), step.script(), columns));
    }

    @Override
    public StageBuilder countBy(Step.CountBy step) {
        List<Integer> keys = indexes(step.keys());
        stage().add(new Operation.PartialCount(step.head(), keys));
        List<Integer> counted = IntStream.range(0, keys.size()).boxed().toList();
        List<Boolean> ascending = counted.stream().map(i -> false).toList();
        exchange(new Exchange.Range(counted, ascending, Optional.empty()), rangeShards(step));
        stage().add(new Operation.FinalCount(step.head(), keys.size()));
        return stage();
    }

    @Override
    public StageBuilder sort(Step.Sort step) {
        List<Integer> by =
                step.ordering().stream().map(order -> index(order.column())).toList();
        List<Boolean> descending =
                step.ordering().stream().map(OrderBy::descending).toList();
        exchange(new Exchange.Range(by, descending, Optional.of(step.head())), rangeShards(step));
        return stage();
    }

    @Override
    public StageBuilder pipe(Step.Pipe step) {
        OptionalInt partitions = step.head().partitions();
        if (partitions.isPresent() && !step.by().isEmpty()) {
            exchange(new Exchange.Hash(indexes(step.by())), partitions.getAsInt());
        } else if (partitions.isPresent()) {
            cut(partitions.getAsInt());
        } else {
            gather();
        }
        if (!stage().takesPipe(step)) {
            forward();
        }
        stage().add(step);
        return stage();
    }

    @Override
    public StageBuilder pipeAsArgs(Step.PipeAsArgs step) {
        if (!stage().isBare()) {
            forward();
        }
        stage().perRow(new Body.PerRow(step, columns.names()));
        return stage();
    }

    @Override
    public StageBuilder partition(Step.Partition step) {
        exchange(new Exchange.Hash(indexes(step.by())), step.shards());
        return stage();
    }

    @Override
    public StageBuilder print(Step.Print step) {
        stage().add(new Operation.Print(step.head(), step.format()));
        return stage();
    }

    @Override
    public StageBuilder write(Step.Write step) {
        boolean header = step.path().value().endsWith(".tsv") && step.format().isEmpty();
        stage().add(new Operation.Write(step.head(), step.path(), step.format(), header ? columns.names() : List.of()));
        return stage();
    }
}
