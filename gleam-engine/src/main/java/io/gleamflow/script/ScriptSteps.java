package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.row.RowSink;

/**
 * Builds the Lua part of a chain from its last step to its first: each method puts one step before those built so far.
 * Scripts that follow each other hand Lua values on; bytes are made only where a step without Lua comes next.
 */
public final class ScriptSteps {

    private final ScriptWorld world;

    public ScriptSteps(ScriptWorld world) {
        this.world = world;
    }

    public RowSink map(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new MapRows(world.compile(step, text, columns), left(next)));
    }

    public RowSink flatMap(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new FlatMapRows(world.compile(step, text, columns), world.emitter(), left(next)));
    }

    public RowSink filter(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new FilterRows(world.compile(step, text, columns), left(next)));
    }

    public RowSink forEach(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new ForEachRow(world.compile(step, text, columns), world.emitter(), left(next)));
    }

    /**
     * Reduces the rows of one shard by key.
     *
     * @param memory in bytes, for the table of keys
     */
    public RowSink partialReduce(Head step, LuaText text, Columns columns, long memory, RowSink next) {
        return entered(new PartialReduceRows(world.reducer(step, text, columns), memory, left(next)));
    }

    /** The rows must come in the order of their first column. */
    public RowSink finalReduce(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new FinalReduceRows(world.reducer(step, text, columns), left(next)));
    }

    private static RowSink entered(LuaSink step) {
        return new FromBytes(step);
    }

    /** Straight into the next script, when the next step is one. */
    private static LuaSink left(RowSink next) {
        return next instanceof FromBytes script ? script.next() : new ToBytes(next);
    }
}
