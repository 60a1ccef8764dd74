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
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;

/**
 * One Lua world for a task: libraries, parameters, the flow's functions, and the compiled scripts of its steps. Used by one
 * thread; lives in a worker, never in Maven's process.
 */
public final class ScriptWorld implements AutoCloseable {

    private final LuaWorld world;
    private final Emitter emitter = new Emitter();

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
        run(flow, () -> Libraries.into(world));
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
        ScriptText script = ScriptText.of(text, columns);
        LuaFunction[] function = new LuaFunction[1];
        run(step, () -> {
            function[0] = world.load(script.chunk(), script.chunkName(), script.firstLine())
                    .call()
                    .checkfunction();
        });
        return new Script(step, script, columns, function[0]);
    }

    /** The function of a reduction. */
    Reducer reducer(Head step, LuaText text, Columns columns) {
        Script script = compile(step, text, columns);
        return new Reducer(script, script.function());
    }

    private void run(Head step, LoadAction action) {
        try {
            action.run();
        } catch (LuaSyntaxException e) {
            throw new ScriptFailedException(
                    step, e.problem(), step.place().file(), e.line(), new byte[0], List.of(), e);
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
