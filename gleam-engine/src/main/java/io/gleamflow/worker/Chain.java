package io.gleamflow.worker;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.operator.AggregateOf;
import io.gleamflow.operator.Convert;
import io.gleamflow.operator.Drop;
import io.gleamflow.operator.FinalCount;
import io.gleamflow.operator.Front;
import io.gleamflow.operator.PartialAggregate;
import io.gleamflow.operator.PartialCount;
import io.gleamflow.operator.Pick;
import io.gleamflow.operator.Select;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.OperationVisitor;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.RowSink;
import io.gleamflow.script.RejectSink;
import io.gleamflow.script.ScriptEntry;
import io.gleamflow.script.ScriptSteps;
import io.gleamflow.script.ScriptWorld;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Builds the sinks of a chain of operations, from the last to the first. In a worker there is Lua, in the engine what
 * needs its memory and files.
 */
public final class Chain implements OperationVisitor<RowSink> {

    /** Bytes for the table of a partial reduction: a third of a worker's heap. */
    static final long TABLE_MEMORY = 20 << 20;

    /** The same in the engine, where many tasks share the heap. */
    private static final long ENGINE_TABLE_MEMORY = 4 << 20;

    private final Lua lua;
    private final Engine engine;
    private final Rejects rejects;
    private final long tableMemory;
    private RowSink next;

    private Chain(Lua lua, Engine engine, Rejects rejects, long tableMemory, RowSink last) {
        this.lua = lua;
        this.engine = engine;
        this.rejects = rejects;
        this.tableMemory = tableMemory;
        this.next = last;
    }

    /** Has the Lua steps, or refuses to. */
    interface Lua {
        ScriptSteps steps(Optional<RejectSink> rejects);
    }

    /** Says where the rows go that an operation rejects; asked only when it may. */
    public interface Rejects {
        StepRejects of(Operation operation);
    }

    /** Makes the sinks of what only the engine does. */
    public interface Engine {
        RowSink sink(EngineOperation operation, RowSink next);

        /** What is to look at the rows of aggregates before they get them. */
        RowSink watched(RowOperation.PartialAggregate operation, RowSink aggregates);
    }

    private record NoEngine() implements Engine {
        @Override
        public RowSink sink(EngineOperation operation, RowSink next) {
            throw new IllegalArgumentException(operation.title() + " runs in the engine");
        }

        @Override
        public RowSink watched(RowOperation.PartialAggregate operation, RowSink aggregates) {
            return aggregates;
        }
    }

    /**
     * A chain without what only the engine does, for a worker.
     *
     * @param counts of the rows that come to each operation
     */
    static RowSink inWorker(
            List<Operation> operations, ScriptWorld world, Rejects rejects, RowCounts counts, RowSink last) {
        Lua lua = sink -> new ScriptSteps(world, sink);
        return build(operations, lua, new NoEngine(), rejects, TABLE_MEMORY, counts, last);
    }

    /**
     * A chain without Lua, for the engine.
     *
     * @param counts of the rows that come to each operation
     */
    public static RowSink inEngine(
            List<Operation> operations, Engine engine, Rejects rejects, RowCounts counts, RowSink last) {
        Lua none = sink -> {
            throw new IllegalArgumentException("Lua runs in workers");
        };
        return build(operations, none, engine, rejects, ENGINE_TABLE_MEMORY, counts, last);
    }

    private static RowSink build(
            List<Operation> operations,
            Lua lua,
            Engine engine,
            Rejects rejects,
            long tableMemory,
            RowCounts counts,
            RowSink last) {
        Chain chain = new Chain(lua, engine, rejects, tableMemory, last);
        for (int i = operations.size() - 1; i >= 0; i--) {
            chain.put(operations.get(i));
            chain.next = counts.before(i, chain.next);
        }
        return chain.next;
    }

    /** Scripts are guarded where they run, since one may make several rows of one. */
    private void put(Operation operation) {
        next = operation.accept(this);
        if (!(operation instanceof LuaOperation) && operation.rejectsRows()) {
            next = new Guard(rejects.of(operation), next);
        }
    }

    private ScriptSteps steps(Operation operation) {
        return lua.steps(operation.rejectsRows() ? Optional.of(rejects.of(operation)) : Optional.empty());
    }

    @Override
    public RowSink script(LuaOperation.Script operation) {
        ScriptSteps steps = steps(operation);
        Head head = operation.head();
        LuaText text = operation.text();
        Columns before = operation.before();
        return switch (operation.kind()) {
            case MAP -> steps.map(head, text, before, operation.per(), next);
            case FLAT_MAP -> steps.flatMap(head, text, before, operation.keep(), next);
            case FILTER -> steps.filter(head, text, before, operation.per(), next);
            case FOR_EACH -> steps.forEach(head, text, before, next);
        };
    }

    @Override
    public RowSink expressions(LuaOperation.Expressions operation) {
        ScriptSteps steps = steps(operation);
        Head head = operation.head();
        Columns after = operation.after();
        List<ScriptEntry> entries =
                operation.entries().stream().map(Chain::entry).toList();
        return switch (operation.result()) {
            case SET -> steps.set(head, entries, after, operation.per(), next);
            case MAP -> steps.mapColumns(head, entries, after, operation.per(), next);
            case CHECK -> steps.check(head, entries, next);
        };
    }

    static ScriptEntry entry(LuaOperation.Expression expression) {
        return new ScriptEntry(expression.name(), expression.text(), expression.before(), expression.column());
    }

    @Override
    public RowSink general(LuaOperation.General operation) {
        return steps(operation).general(operation.head(), operation.text(), operation.before(), operation.per(), next);
    }

    @Override
    public RowSink partialReduce(LuaOperation.PartialReduce operation) {
        return steps(operation)
                .partialReduce(
                        operation.head(), operation.text(), operation.before(), operation.keys(), tableMemory, next);
    }

    @Override
    public RowSink finalReduce(LuaOperation.FinalReduce operation) {
        return steps(operation)
                .finalReduce(operation.head(), operation.text(), operation.before(), operation.keys(), next);
    }

    @Override
    public RowSink partialCount(RowOperation.PartialCount operation) {
        return new PartialCount(Operands.ints(operation.columns()), tableMemory, next);
    }

    @Override
    public RowSink finalCount(RowOperation.FinalCount operation) {
        return new FinalCount(operation.keys(), next);
    }

    @Override
    public RowSink select(RowOperation.Select operation) {
        return new Select(operation.head(), Operands.ints(operation.columns()), next);
    }

    @Override
    public RowSink front(RowOperation.Front operation) {
        return new Front(operation.head(), Operands.ints(operation.columns()), next);
    }

    @Override
    public RowSink drop(RowOperation.Drop operation) {
        return new Drop(operation.head(), Operands.ints(operation.columns()), next);
    }

    @Override
    public RowSink convert(RowOperation.Convert operation) {
        return new Convert(operation.head(), operation.types(), next);
    }

    @Override
    public RowSink pick(RowOperation.Pick operation) {
        return new Pick(Operands.ints(operation.columns()), next);
    }

    @Override
    public RowSink partialAggregate(RowOperation.PartialAggregate operation) {
        int[] keys = IntStream.range(0, operation.keys()).toArray();
        List<AggregateOf> aggregates = Operands.aggregates(operation.aggregates());
        return engine.watched(operation, new PartialAggregate(operation.head(), keys, aggregates, tableMemory, next));
    }

    @Override
    public RowSink engine(EngineOperation operation) {
        return engine.sink(operation, next);
    }
}
