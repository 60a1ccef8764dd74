package io.gleamflow.worker;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.operator.Convert;
import io.gleamflow.operator.Drop;
import io.gleamflow.operator.FinalCount;
import io.gleamflow.operator.Front;
import io.gleamflow.operator.PartialCount;
import io.gleamflow.operator.Select;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.OperationVisitor;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.RowSink;
import io.gleamflow.script.ScriptEntry;
import io.gleamflow.script.ScriptSteps;
import java.util.List;

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
    private final long tableMemory;
    private RowSink next;

    private Chain(Lua lua, Engine engine, long tableMemory, RowSink last) {
        this.lua = lua;
        this.engine = engine;
        this.tableMemory = tableMemory;
        this.next = last;
    }

    /** Has the Lua steps, or refuses to. */
    interface Lua {
        ScriptSteps steps();
    }

    /** Makes the sinks of what only the engine does. */
    public interface Engine {
        RowSink sink(EngineOperation operation, RowSink next);
    }

    /** A chain without what only the engine does, for a worker. */
    static RowSink inWorker(List<Operation> operations, ScriptSteps scripts, RowSink last) {
        Engine none = (operation, next) -> {
            throw new IllegalArgumentException(operation.title() + " runs in the engine");
        };
        return build(operations, () -> scripts, none, TABLE_MEMORY, last);
    }

    /** A chain without Lua, for the engine. */
    public static RowSink inEngine(List<Operation> operations, Engine engine, RowSink last) {
        Lua none = () -> {
            throw new IllegalArgumentException("Lua runs in workers");
        };
        return build(operations, none, engine, ENGINE_TABLE_MEMORY, last);
    }

    private static RowSink build(List<Operation> operations, Lua lua, Engine engine, long tableMemory, RowSink last) {
        Chain chain = new Chain(lua, engine, tableMemory, last);
        for (int i = operations.size() - 1; i >= 0; i--) {
            chain.next = operations.get(i).accept(chain);
        }
        return chain.next;
    }

    @Override
    public RowSink script(LuaOperation.Script operation) {
        ScriptSteps steps = lua.steps();
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
        ScriptSteps steps = lua.steps();
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
        return lua.steps().general(operation.head(), operation.text(), operation.before(), operation.per(), next);
    }

    @Override
    public RowSink partialReduce(LuaOperation.PartialReduce operation) {
        return lua.steps()
                .partialReduce(
                        operation.head(), operation.text(), operation.before(), operation.keys(), tableMemory, next);
    }

    @Override
    public RowSink finalReduce(LuaOperation.FinalReduce operation) {
        return lua.steps().finalReduce(operation.head(), operation.text(), operation.before(), operation.keys(), next);
    }

    @Override
    public RowSink partialCount(RowOperation.PartialCount operation) {
        return new PartialCount(ints(operation.columns()), tableMemory, next);
    }

    @Override
    public RowSink finalCount(RowOperation.FinalCount operation) {
        return new FinalCount(operation.keys(), next);
    }

    @Override
    public RowSink select(RowOperation.Select operation) {
        return new Select(operation.head(), ints(operation.columns()), next);
    }

    @Override
    public RowSink front(RowOperation.Front operation) {
        return new Front(operation.head(), ints(operation.columns()), next);
    }

    @Override
    public RowSink drop(RowOperation.Drop operation) {
        return new Drop(operation.head(), ints(operation.columns()), next);
    }

    @Override
    public RowSink convert(RowOperation.Convert operation) {
        return new Convert(operation.head(), operation.types(), next);
    }

    @Override
    public RowSink engine(EngineOperation operation) {
        return engine.sink(operation, next);
    }

    private static int[] ints(List<Integer> indexes) {
        return indexes.stream().mapToInt(i -> i).toArray();
    }
}
