package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.StepVisitor;
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
public final class Planner implements StepVisitor<StageBuilder> {

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
                planner.columns = ColumnsAfter.of(step, planner.columns, Map.of());
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
        Map<Integer, Conversion> types = new TreeMap<>();
        for (TypedColumn typed : step.head().types()) {
            types.put(index(typed.column()), typed.conversion());
        }
        stage().add(new RowOperation.Convert(step.head(), types));
    }

    private int index(ColumnRef column) {
        return columns.indexOf(column)
                .orElseThrow(() -> new IllegalStateException(column.place() + ": unchecked column " + column));
    }

    private List<Integer> indexes(List<ColumnRef> refs) {
        return refs.isEmpty() ? List.of(0) : refs.stream().map(this::index).toList();
    }

    private StageBuilder script(LuaOperation.Kind kind, Step step, LuaText text) {
        return script(new LuaOperation.Script(kind, step.head(), text, columns, List.of(), List.of()));
    }

    private StageBuilder script(Operation operation) {
        LuaRuntime runtime = flow.defaults().runtimeOf(operation.head());
        if (!stage().takesScript(runtime)) {
            forward();
        }
        stage().addScript(operation, runtime);
        return stage();
    }

    @Override
    public StageBuilder read(SourceStep.Read step) {
        Input.Files files = new Input.Files(step.head(), options.files().getOrDefault(step, List.of()));
        source(files, step, files.bytes() >> 22);
        return stage();
    }

    @Override
    public StageBuilder count(SourceStep.Count step) {
        source(new Input.Numbers(step.head(), step.count()), step, step.count() / 200_000);
        return stage();
    }

    @Override
    public StageBuilder rows(SourceStep.Rows step) {
        source(new Input.Inline(step.head(), step.rows()), step, 1);
        return stage();
    }

    @Override
    public StageBuilder map(RowStep.Map step) {
        return script(LuaOperation.Kind.MAP, step, step.script());
    }

    @Override
    public StageBuilder flatMap(RowStep.FlatMap step) {
        return script(LuaOperation.Kind.FLAT_MAP, step, step.script());
    }

    @Override
    public StageBuilder filter(RowStep.Filter step) {
        return script(LuaOperation.Kind.FILTER, step, step.script());
    }

    @Override
    public StageBuilder forEach(RowStep.ForEach step) {
        if (step.head().partitions().isPresent()) {
            cut(step.head().partitions().getAsInt());
        } else {
            gather();
        }
        return script(LuaOperation.Kind.FOR_EACH, step, step.script());
    }

    @Override
    public StageBuilder select(RowStep.Select step) {
        stage().add(new RowOperation.Select(step.head(), indexes(step.columns())));
        return stage();
    }

    @Override
    public StageBuilder reduceByKey(KeyStep.ReduceByKey step) {
        script(new LuaOperation.PartialReduce(step.head(), step.script(), columns, 1));
        exchange(new Exchange.Range(List.of(0), List.of(false), Optional.empty()), rangeShards(step));
        return script(new LuaOperation.FinalReduce(step.head(), step.script(), columns, 1));
    }

    @Override
    public StageBuilder countBy(KeyStep.CountBy step) {
        List<Integer> keys = indexes(step.keys());
        stage().add(new RowOperation.PartialCount(step.head(), keys));
        List<Integer> counted = IntStream.range(0, keys.size()).boxed().toList();
        List<Boolean> ascending = counted.stream().map(i -> false).toList();
        exchange(new Exchange.Range(counted, ascending, Optional.empty()), rangeShards(step));
        stage().add(new RowOperation.FinalCount(step.head(), keys.size()));
        return stage();
    }

    @Override
    public StageBuilder sort(OrderStep.Sort step) {
        List<Integer> by =
                step.ordering().stream().map(order -> index(order.column())).toList();
        List<Boolean> descending =
                step.ordering().stream().map(OrderBy::descending).toList();
        exchange(new Exchange.Range(by, descending, Optional.of(step.head())), rangeShards(step));
        return stage();
    }

    @Override
    public StageBuilder pipe(ProgramStep.Pipe step) {
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
    public StageBuilder pipeAsArgs(ProgramStep.PipeAsArgs step) {
        if (!stage().isBare()) {
            forward();
        }
        stage().perRow(new Body.PerRow(step, columns.names()));
        return stage();
    }

    @Override
    public StageBuilder partition(ShardStep.Partition step) {
        exchange(new Exchange.Hash(indexes(step.by())), step.shards());
        return stage();
    }

    @Override
    public StageBuilder print(EndStep.Print step) {
        stage().add(new EngineOperation.Print(step.head(), step.format()));
        return stage();
    }

    @Override
    public StageBuilder write(EndStep.Write step) {
        stage().add(new EngineOperation.Write(
                step.head(), step.path(), step.line(), step.format(), columns.names(), List.of()));
        return stage();
    }

    @Override
    public StageBuilder command(SourceStep.Command step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder socket(SourceStep.Socket step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder from(SourceStep.From step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder mapColumns(RowStep.MapColumns step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder setColumns(RowStep.SetColumns step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder drop(RowStep.Drop step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder rename(RowStep.Rename step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder check(RowStep.Check step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder general(RowStep.General step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder reduce(KeyStep.Reduce step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder aggregate(KeyStep.Aggregate step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder groupBy(KeyStep.GroupBy step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder distinct(KeyStep.Distinct step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder join(JoinStep.Join step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder crossJoin(JoinStep.CrossJoin step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder coGroup(JoinStep.CoGroup step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder union(JoinStep.Union step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder top(OrderStep.Top step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder limit(OrderStep.Limit step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder skip(OrderStep.Skip step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder sample(OrderStep.Sample step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder roundRobin(ShardStep.RoundRobin step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder broadcast(ShardStep.Broadcast step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder merge(ShardStep.Merge step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public StageBuilder exec(ProgramStep.Exec step) {
        throw new UnsupportedOperationException("not there yet");
    }
}
