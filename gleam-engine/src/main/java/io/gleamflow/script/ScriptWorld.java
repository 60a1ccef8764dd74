package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaFailure;
import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.lua.LuaWorld;
import io.gleamflow.lua.ScriptExit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/**
 * One Lua world for a task: libraries, parameters, the flow's functions, and the compiled scripts of its steps. Used by one
 * thread; lives in a worker, never in Maven's process.
 */
public final class ScriptWorld implements AutoCloseable {

    private final LuaWorld world;
    private final Emitter emitter = new Emitter();
    private LuaValue environments = LuaValue.NIL;

    /**
     * @param params by name, as MessagePack
     * @param functions shared by all steps, in order
     * @param output what {@code print} and {@code log} write
     * @throws ScriptFailedException when the functions do not compile or fail when they are run
     */
    public ScriptWorld(Map<String, byte[]> params, List<LuaText> functions, Head flow, LuaOutput output) {
        world = LuaWorld.create(output);
        LuaTable table = new LuaTable();
        params.forEach((name, value) -> table.set(name, LuaCodec.decode(value, 0, value.length)));
        world.globals().set("params", table);
        world.globals().set("emit", emitter);
        world.globals().set("writeRow", emitter);
        run(flow, () -> environments = Libraries.into(world));
        for (LuaText text : functions) {
            run(
                    flow,
                    () -> world.load(ScriptText.bytes(text), text.place().file(), text.firstLine())
                            .call());
        }
    }

    /** Ends coroutines and files that scripts have left open. */
    @Override
    public void close() {
        world.close();
    }

    Emitter emitter() {
        return emitter;
    }

    /** The function of a step, ready to be called for each row. */
    Script compile(Head step, LuaText text, Columns columns) {
        return compile(step, text, columns, Optional.empty());
    }

    /** The same for a script that is one of several: what it does wrong is told at its own place. */
    Script compile(Head step, ScriptEntry entry) {
        StepFailures.Place place = new StepFailures.Place(
                entry.text().place().file(), entry.text().place().line());
        return compile(step, entry.text(), entry.before(), Optional.of(place));
    }

    private Script compile(Head step, LuaText text, Columns columns, Optional<StepFailures.Place> place) {
        ScriptText script = ScriptText.of(text, columns);
        LuaFunction[] function = new LuaFunction[1];
        run(step, () -> {
            function[0] = world.load(script.chunk(), script.chunkName(), script.firstLine())
                    .call()
                    .checkfunction();
        });
        return new Script(step, script, columns, place, function[0]);
    }

    /** Runs a text that defines functions, with global variables of its own behind which those of the world are seen. */
    GeneralScript general(Head step, LuaText text, Columns columns) {
        String file = text.place().file();
        LuaTable[] own = new LuaTable[1];
        run(step, () -> {
            own[0] = environments.call().checktable();
            world.load(ScriptText.bytes(text), file, text.firstLine(), own[0]).call();
        });
        StepFailures failures = new StepFailures(step, columns, false, Optional.empty());
        String complaint = GeneralScript.complaint(own[0], file);
        if (!complaint.isEmpty()) {
            throw failures.of(complaint, null);
        }
        return GeneralScript.of(failures, own[0]);
    }

    /**
     * The function of a reduction.
     *
     * @param keys how many columns stand before the values
     */
    Reducer reducer(Head step, LuaText text, Columns columns, int keys) {
        Script script = compile(step, text, columns);
        return new Reducer(script, script.function(), keys);
    }

    private void run(Head step, LoadAction action) {
        try {
            action.run();
        } catch (LuaSyntaxException e) {
            throw new ScriptFailedException(step, e.problem(), e.chunkName(), e.line(), new byte[0], List.of(), e);
        } catch (RuntimeException | StackOverflowError | ScriptExit e) {
            LuaFailure failure = LuaFailure.of(e);
            throw new ScriptFailedException(
                    step, failure.message(), failure.chunkName(), failure.line(), new byte[0], List.of(), e);
        }
    }

    /** Something that loads or runs Lua. */
    private interface LoadAction {
        void run() throws LuaSyntaxException;
    }
}
