package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.row.RowSink;
import java.util.List;
import java.util.Optional;

/**
 * Builds the Lua part of a chain from its last step to its first: each method puts one step before those built so far.
 * Scripts that follow each other hand Lua values on; bytes are made only where a step without Lua comes next.
 */
public final class ScriptSteps {

    private final ScriptWorld world;
    private final Optional<RejectSink> rejects;

    /**
     * Builds steps of a world.
     *
     * @param rejects takes rows on which a script fails; empty when that ends the task
     */
    public ScriptSteps(ScriptWorld world, Optional<RejectSink> rejects) {
        this.world = world;
        this.rejects = rejects;
    }

    /**
     * One new row for each, or none.
     *
     * @param per columns whose values are a key, for each of which {@code prev} starts afresh
     */
    public RowSink map(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        Script script = world.compile(step, text, columns);
        List<String> names = step.as().stream().map(Text::value).toList();
        Previous previous = new Previous(script.wantsPrev(), names, per);
        return built(step, columns, next, (behind, settled) -> new MapRows(script, previous, behind));
    }

    /**
     * Any number of new rows for each.
     *
     * @param keep columns put before those that the script makes
     */
    public RowSink flatMap(Head step, LuaText text, Columns columns, List<Integer> keep, RowSink next) {
        Script script = world.compile(step, text, columns);
        return built(step, columns, next, (behind, settled) -> new FlatMapRows(script, keep, world.emitter(), behind));
    }

    /** The rows for which the script is true; {@code per} is that of {@link #map}. */
    public RowSink filter(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        Script script = world.compile(step, text, columns);
        Previous previous = new Previous(script.wantsPrev(), columns.names(), per);
        return built(step, columns, next, (behind, settled) -> new FilterRows(script, previous, behind));
    }

    /** The same rows, or those the script emits. */
    public RowSink forEach(Head step, LuaText text, Columns columns, RowSink next) {
        Script script = world.compile(step, text, columns);
        return built(step, columns, next, (behind, settled) -> new ForEachRow(script, world.emitter(), behind));
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
        return built(
                step, after, next, (behind, settled) -> new SetRows(compiled, previous(scripts, after, per), behind));
    }

    /** A new row for each, of one value of each script. */
    public RowSink mapColumns(Head step, List<ScriptEntry> entries, Columns after, List<Integer> per, RowSink next) {
        List<Script> scripts =
                entries.stream().map(entry -> world.compile(step, entry)).toList();
        return built(
                step,
                after,
                next,
                (behind, settled) -> new MapColumnsRows(scripts, previous(scripts, after, per), behind));
    }

    private static Previous previous(List<Script> scripts, Columns after, List<Integer> per) {
        return new Previous(scripts.stream().anyMatch(Script::wantsPrev), after.names(), per);
    }

    /** The same rows, as long as every script is true for them. */
    public RowSink check(Head step, List<ScriptEntry> entries, RowSink next) {
        List<CheckRows.Entry> compiled = entries.stream()
                .map(entry -> new CheckRows.Entry(world.compile(step, entry), entry.title()))
                .toList();
        return built(step, Columns.UNKNOWN, next, (behind, settled) -> new CheckRows(compiled, behind));
    }

    /**
     * What the functions {@code init}, {@code process} and {@code finish} of a text emit.
     *
     * @param per columns whose values are a key, for each of which {@code init} and {@code finish} are called; rows with equal
     *     keys must come one after the other
     */
    public RowSink general(Head step, LuaText text, Columns columns, List<Integer> per, RowSink next) {
        GeneralScript script = world.general(step, text, columns);
        return built(
                step,
                columns,
                next,
                (behind, settled) -> new GeneralRows(script, per, world.emitter(), settled, behind));
    }

    /**
     * Reduces the rows of one shard by key.
     *
     * @param keys how many columns are the key, from the first; without any all rows become one
     * @param memory in bytes, for the table of keys
     */
    public RowSink partialReduce(Head step, LuaText text, Columns columns, int keys, long memory, RowSink next) {
        Reducer reducer = world.reducer(step, text, columns, keys);
        return new FromBytes(new PartialReduceRows(reducer, memory, left(next)));
    }

    /** The same for rows that come in the order of their keys. */
    public RowSink finalReduce(Head step, LuaText text, Columns columns, int keys, RowSink next) {
        Reducer reducer = world.reducer(step, text, columns, keys);
        return built(step, columns, next, (behind, settled) -> new FinalReduceRows(reducer, settled, behind));
    }

    /** Makes a step before another; {@code settled} is to be run when what it has made so far does not hang on the row at hand. */
    private interface Made {
        LuaSink of(LuaSink next, Runnable settled);
    }

    /** A step between bytes, or next to other scripts; with a guard its rows are held back, row by row. */
    private RowSink built(Head step, Columns columns, RowSink next, Made made) {
        if (rejects.isEmpty()) {
            return new FromBytes(made.of(left(next), () -> {}));
        }
        HeldRows held = new HeldRows(new StepFailures(step, columns, false, Optional.empty()), next);
        LuaSink guarded = made.of(new ToBytes(held), held::release);
        return new FromBytes(new GuardedRows(step, guarded, held, world.emitter(), rejects.get()));
    }

    /** Straight into the next script, when the next step is one. */
    private static LuaSink left(RowSink next) {
        return next instanceof FromBytes script ? script.next() : new ToBytes(next);
    }
}
