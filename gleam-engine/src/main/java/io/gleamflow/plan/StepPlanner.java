package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.StepVisitor;
import io.gleamflow.flow.Text;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.script.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans one step behind the stages there are. Each visit returns the number of the stage the step ended in. */
final class StepPlanner implements StepVisitor<Integer> {

    private final Stages stages;
    private final Columns columns;
    private final Map<String, DatasetEnd> datasets;

    /**
     * @param columns before the step
     * @param datasets planned so far, by name
     */
    StepPlanner(Stages stages, Columns columns, Map<String, DatasetEnd> datasets) {
        this.stages = stages;
        this.columns = columns;
        this.datasets = datasets;
    }

    /** Adds what {@code types} of a step that has been planned asks for. */
    void types(Step step, Columns after) {
        if (!step.head().types().isEmpty()) {
            Map<Integer, Conversion> types = new TreeMap<>();
            for (TypedColumn typed : step.head().types()) {
                types.put(Indexes.of(typed.column(), after), typed.conversion());
            }
            stages.add(new RowOperation.Convert(step.head(), types, after.names()));
        }
    }

    private List<Integer> indexes(List<ColumnRef> refs) {
        return Indexes.of(refs, columns);
    }

    private List<Integer> orFirst(List<ColumnRef> refs) {
        return refs.isEmpty() ? List.of(0) : indexes(refs);
    }

    /** Brings the rows of each key together when a step starts afresh for each. */
    private List<Integer> per(Head head, List<ColumnRef> per) {
        List<Integer> keys = indexes(per);
        if (!keys.isEmpty()) {
            stages.range(Exchange.Range.ascending(keys), head);
        }
        return keys;
    }

    @Override
    public Integer read(SourceStep.Read step) {
        return new SourcePlan(stages).read(step);
    }

    @Override
    public Integer command(SourceStep.Command step) {
        return new SourcePlan(stages).command(step);
    }

    @Override
    public Integer socket(SourceStep.Socket step) {
        return new SourcePlan(stages).socket(step);
    }

    @Override
    public Integer count(SourceStep.Count step) {
        return new SourcePlan(stages).count(step);
    }

    @Override
    public Integer rows(SourceStep.Rows step) {
        return new SourcePlan(stages).rows(step);
    }

    @Override
    public Integer rejected(SourceStep.Rejected step) {
        return new SourcePlan(stages).rejected(step, step.head().title());
    }

    private DatasetEnd dataset(Text name) {
        DatasetEnd end = datasets.get(name.value());
        if (end == null) {
            throw new IllegalStateException(name.place() + ": unchecked dataset " + name.value());
        }
        return end;
    }

    /** Goes on in the last stage of the dataset, unless others read it as well. */
    @Override
    public Integer from(SourceStep.From step) {
        DatasetEnd end = dataset(step.dataset());
        stages.resume(end.stage(), end.width());
        return stages.current();
    }

    private Integer script(LuaOperation.Kind kind, Head head, LuaText text, List<Integer> per, List<Integer> keep) {
        stages.script(new LuaOperation.Script(kind, head, text, columns, per, keep));
        return stages.current();
    }

    /** A script that looks back sees all rows, in order, or those of its key. */
    private List<Integer> remembering(Head head, List<LuaText> scripts, List<ColumnRef> per) {
        boolean looksBack = false;
        for (LuaText text : scripts) {
            looksBack |= ScriptText.of(text, columns).wantsPrev();
        }
        if (looksBack && per.isEmpty()) {
            stages.gather();
        }
        return per(head, per);
    }

    @Override
    public Integer map(RowStep.Map step) {
        List<Integer> per = remembering(step.head(), step.scripts(), step.per());
        return script(LuaOperation.Kind.MAP, step.head(), step.script(), per, List.of());
    }

    @Override
    public Integer mapColumns(RowStep.MapColumns step) {
        List<Integer> per = remembering(step.head(), step.scripts(), step.per());
        List<LuaOperation.Expression> entries = step.columns().stream()
                .map(entry -> new LuaOperation.Expression(entry.name().value(), entry.script(), columns, 0))
                .toList();
        Columns after = Columns.named(
                entries.stream().map(LuaOperation.Expression::name).toList());
        stages.script(new LuaOperation.Expressions(LuaOperation.Result.MAP, step.head(), entries, after, per));
        return stages.current();
    }

    @Override
    public Integer flatMap(RowStep.FlatMap step) {
        return script(LuaOperation.Kind.FLAT_MAP, step.head(), step.script(), List.of(), indexes(step.keep()));
    }

    @Override
    public Integer filter(RowStep.Filter step) {
        List<Integer> per = remembering(step.head(), step.scripts(), step.per());
        return script(LuaOperation.Kind.FILTER, step.head(), step.script(), per, List.of());
    }

    @Override
    public Integer forEach(RowStep.ForEach step) {
        stages.divide(step.head(), indexes(step.by()));
        return script(LuaOperation.Kind.FOR_EACH, step.head(), step.script(), List.of(), List.of());
    }

    @Override
    public Integer select(RowStep.Select step) {
        stages.add(new RowOperation.Select(step.head(), indexes(step.columns())));
        return stages.current();
    }

    @Override
    public Integer setColumns(RowStep.SetColumns step) {
        List<Integer> per = remembering(step.head(), step.scripts(), step.per());
        stages.script(SetPlan.of(step.head(), step.columns(), columns, per));
        return stages.current();
    }

    @Override
    public Integer drop(RowStep.Drop step) {
        stages.add(new RowOperation.Drop(step.head(), indexes(step.columns())));
        return stages.current();
    }

    /** Names are known to the plan only. */
    @Override
    public Integer rename(RowStep.Rename step) {
        return stages.current();
    }

    @Override
    public Integer check(RowStep.Check step) {
        List<LuaOperation.Expression> entries = new ArrayList<>();
        for (NamedScript check : step.checks()) {
            entries.add(new LuaOperation.Expression(check.name().value(), check.script(), columns, 0));
        }
        stages.script(
                new LuaOperation.Expressions(LuaOperation.Result.CHECK, step.head(), entries, columns, List.of()));
        return stages.current();
    }

    @Override
    public Integer general(RowStep.General step) {
        if (step.per().isEmpty()) {
            stages.divide(step.head(), indexes(step.by()));
        }
        List<Integer> per = per(step.head(), step.per());
        stages.script(new LuaOperation.General(step.head(), step.script(), columns, per));
        return stages.current();
    }

    @Override
    public Integer reduceByKey(KeyStep.ReduceByKey step) {
        return reduce(step.head(), step.script(), columns, 1);
    }

    @Override
    public Integer reduce(KeyStep.Reduce step) {
        List<Integer> keys = indexes(step.by());
        if (!keys.isEmpty()) {
            stages.add(new RowOperation.Front(step.head(), keys));
        }
        return reduce(step.head(), step.script(), Indexes.first(keys, columns), keys.size());
    }

    private Integer reduce(Head head, LuaText script, Columns before, int keys) {
        // a row that is left out must be the same one however rows are divided
        if (!head.onError().rejectsRows()) {
            stages.script(new LuaOperation.PartialReduce(head, script, before, keys));
        }
        if (keys == 0) {
            stages.gather();
        } else {
            stages.range(Exchange.Range.ofFirst(keys), head);
        }
        stages.script(new LuaOperation.FinalReduce(head, script, before, keys));
        return stages.current();
    }

    @Override
    public Integer aggregate(KeyStep.Aggregate step) {
        return AggregatePlan.plan(step, columns, ColumnsAfter.of(step, columns, Map.of()), stages);
    }

    @Override
    public Integer countBy(KeyStep.CountBy step) {
        List<Integer> keys = orFirst(step.keys());
        stages.add(new RowOperation.PartialCount(step.head(), keys));
        stages.range(Exchange.Range.ofFirst(keys.size()), step.head());
        stages.add(new RowOperation.FinalCount(step.head(), keys.size()));
        return stages.current();
    }

    @Override
    public Integer groupBy(KeyStep.GroupBy step) {
        List<Integer> keys = orFirst(step.keys());
        stages.range(Exchange.Range.ascending(keys), step.head());
        stages.add(new EngineOperation.Group(step.head(), keys, columns.names()));
        return stages.current();
    }

    @Override
    public Integer distinct(KeyStep.Distinct step) {
        List<Integer> keys = indexes(step.keys());
        stages.range(Exchange.Range.ascending(keys), step.head());
        stages.add(new EngineOperation.FirstOfKey(step.head(), keys));
        return stages.current();
    }

    @Override
    public Integer join(JoinStep.Join step) {
        return new JoinPlan(stages, columns, dataset(step.other())).join(step);
    }

    @Override
    public Integer crossJoin(JoinStep.CrossJoin step) {
        return new JoinPlan(stages, columns, dataset(step.other())).cross(step);
    }

    @Override
    public Integer coGroup(JoinStep.CoGroup step) {
        return new JoinPlan(stages, columns, dataset(step.other())).coGroup(step);
    }

    @Override
    public Integer union(JoinStep.Union step) {
        return new UnionPlan(stages).union(step, this::dataset);
    }

    @Override
    public Integer sort(OrderStep.Sort step) {
        stages.range(OrderPlan.order(step.ordering(), List.of(), columns, step.head()), step.head());
        return stages.current();
    }

    @Override
    public Integer top(OrderStep.Top step) {
        return new OrderPlan(stages, columns).top(step);
    }

    @Override
    public Integer limit(OrderStep.Limit step) {
        return new OrderPlan(stages, columns).limit(step.head(), step.count(), per(step.head(), step.per()));
    }

    @Override
    public Integer skip(OrderStep.Skip step) {
        return new OrderPlan(stages, columns).skip(step.head(), step.count(), per(step.head(), step.per()));
    }

    @Override
    public Integer sample(OrderStep.Sample step) {
        return new OrderPlan(stages, columns).sample(step, per(step.head(), step.per()));
    }

    @Override
    public Integer partition(ShardStep.Partition step) {
        stages.exchange(new Exchange.Hash(orFirst(step.by())), step.shards());
        return stages.current();
    }

    @Override
    public Integer roundRobin(ShardStep.RoundRobin step) {
        stages.exchange(new Exchange.Deal(), step.shards());
        return stages.current();
    }

    /** Whoever needs all rows gets them without being told. */
    @Override
    public Integer broadcast(ShardStep.Broadcast step) {
        return stages.current();
    }

    @Override
    public Integer merge(ShardStep.Merge step) {
        if (stages.shardsOf(stages.current()) > step.shards() || stages.rejects()) {
            new UnionPlan(stages).concatenate(step.head(), List.of(stages.current()), step.shards());
        }
        return stages.current();
    }

    @Override
    public Integer pipe(ProgramStep.Pipe step) {
        return new ProgramPlan(stages, columns).pipe(step);
    }

    @Override
    public Integer pipeAsArgs(ProgramStep.PipeAsArgs step) {
        return new ProgramPlan(stages, columns).pipeAsArgs(step);
    }

    @Override
    public Integer exec(ProgramStep.Exec step) {
        return new ProgramPlan(stages, columns).exec(step);
    }

    @Override
    public Integer print(EndStep.Print step) {
        stages.add(new EngineOperation.Print(step.head(), step.format()));
        return stages.current();
    }

    /** A file for each value is written by a branch of the plan, which brings the rows of each value together. */
    @Override
    public Integer write(EndStep.Write step) {
        List<Integer> keys = indexes(Placeholders.of(step.path()));
        EngineOperation.Write write =
                new EngineOperation.Write(step.head(), step.path(), step.line(), step.format(), columns.names(), keys);
        if (keys.isEmpty()) {
            stages.add(write);
            return stages.current();
        }
        stages.seal();
        int here = stages.current();
        stages.range(Exchange.Range.ascending(keys), step.head());
        stages.add(write);
        stages.resume(here, stages.shards());
        return here;
    }
}
