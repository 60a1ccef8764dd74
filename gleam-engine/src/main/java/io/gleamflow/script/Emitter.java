package io.gleamflow.script;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** Lua's {@code emit} and {@code writeRow}: a row for whatever comes after the step that is running. */
final class Emitter extends VarArgFunction {

    private @Nullable Output current;

    /** Where a step's emitted rows go. */
    interface Output {
        void emit(Varargs values);
    }

    /** Lets a step emit until {@link #set} is called with what was returned here. */
    @Nullable
    Output set(@Nullable Output output) {
        Output before = current;
        current = output;
        return before;
    }

    @Override
    public Varargs invoke(Varargs values) {
        Output output = current;
        if (output == null) {
            throw new LuaError("emit is for flatMap, forEach, and process and finish of lua");
        }
        // later steps may emit as well, into what comes after them
        try {
            output.emit(values);
        } catch (RuntimeException e) {
            throw new Tunnel(e);
        } finally {
            current = output;
        }
        return LuaValue.NONE;
    }
}
