package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.row.RowSink;
import java.util.List;

/**
 * Builds the Lua part of a chain from its last step to its first: each method puts one step before those built so far.
 * Scripts that follow each other hand Lua values on; bytes are made only where a step without Lua comes next.
 */
public final class ScriptSteps {

    private final ScriptWorld world;

    public ScriptSteps(ScriptWorld world) {
        this.world = world;
    }

    /**
     * One new row for each, or none.
     *
     * @param per columns whose values are a key, for each of which {@code prev} starts afresh
     */
    public RowSink map(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        Script script = world.compile(step, text, columns);
        List<String> names = step.as().stream().map(Text::value).toList();
        return entered(new MapRows(script, new Previous(script.wantsPrev(), names, per), left(next)));
    }

    /**
     * Any number of new rows for each.
     *
     * @param keep columns put before those that the script makes
     */
    public RowSink flatMap(Head step, LuaText text, Columns columns, List<Integer> keep, RowSink next) {
        return entered(new FlatMapRows(world.compile(step, text, columns), keep, world.emitter(), left(next)));
    }

    /** The rows for which the script is true; {@code per} is that of {@link #map}. */
    public RowSink filter(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        Script script = world.compile(step, text, columns);
        return entered(new FilterRows(script, new Previous(script.wantsPrev(), columns.names(), per), left(next)));
    }

    /** The same rows, or those the script emits. */
    public RowSink forEach(Head step, LuaText text, Columns columns, RowSink next) {
        return entered(new ForEachRow(world.compile(step, text, columns), world.emitter(), left(next)));
    }

    /**
     * The same rows with new values in some columns.
     *
     * @param after the columns then, for {@code prev}; {@code per} is that of {@link #map}
     */
    public RowSink set(Head step, List<ScriptEntry> entries, Columns after, List<Integer> per, RowSink next) {
        List<SetRows.Entry> compiled = entries.stream()
                .map(entry -> new SetRows.Entry(world.compile(step, entry), entry.column()))
                .toList();
        List<Script> scripts = compiled.stream().map(SetRows.Entry::script).toList();
        return entered(new SetRows(compiled, previous(scripts, after, per), left(next)));
    }

    /** A new row for each, of one value of each script. */
    public RowSink mapColumns(Head step, List<ScriptEntry> entries, Columns after, List<Integer> per, RowSink next) {
        List<Script> scripts =
                entries.stream().map(entry -> world.compile(step, entry)).toList();
        return entered(new MapColumnsRows(scripts, previous(scripts, after, per), left(next)));
    }

    private static Previous previous(List<Script> scripts, Columns after, List<Integer> per) {
        return new Previous(scripts.stream().anyMatch(Script::wantsPrev), after.names(), per);
    }

    /** The same rows, as long as every script is true for them. */
    public RowSink check(Head step, List<ScriptEntry> entries, RowSink next) {
        List<CheckRows.Entry> compiled = entries.stream()
                .map(entry -> new CheckRows.Entry(world.compile(step, entry), entry.title()))
                .toList();
        return entered(new CheckRows(compiled, left(next)));
    }

    /**
     * What the functions {@code init}, {@code process} and {@code finish} of a text emit.
     *
     * @param per columns whose values are a key, for each of which {@code init} and {@code finish} are called; rows with equal
     *     keys must come one after the other
     */
    public RowSink general(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        return entered(new GeneralRows(world.general(step, text, columns), per, world.emitter(), left(next)));
    }

    /**
     * Reduces the rows of one shard by key.
     *
     * @param keys how many columns are the key, from the first; without any all rows become one
     * @param memory in bytes, for the table of keys
     */
    public RowSink partialReduce(Head step, LuaText text, Columns columns, int keys, long memory, RowSink next) {
        return entered(new PartialReduceRows(world.reducer(step, text, columns, keys), memory, left(next)));
    }

    /** The same for rows that come in the order of their keys. */
    public RowSink finalReduce(Head step, LuaText text, Columns columns, int keys, RowSink next) {
        return entered(new FinalReduceRows(world.reducer(step, text, columns, keys), left(next)));
    }

    private static RowSink entered(LuaSink step) {
        return new FromBytes(step);
    }

    /** Straight into the next script, when the next step is one. */
    private static LuaSink left(RowSink next) {
        return next instanceof FromBytes script ? script.next() : new ToBytes(next);
    }
}
