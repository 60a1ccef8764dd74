package io.gleamflow.lua;

import io.gleamflow.lua.cured.Environment;
import io.gleamflow.lua.cured.Registers;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** A text that is looked at and never run, so that it may be anyone's. Immutable once made, for any thread. */
public final class LuaChunk {
    private final Prototype main;
    private final Map<String, Integer> free = new TreeMap<>();
    private final Map<String, Integer> assigned = new TreeMap<>();

    private LuaChunk(Prototype main) {
        this.main = main;
        collect(main);
    }

    /** The parameters of a function. */
    public record Parameters(int count, boolean isVararg) {}

    /**
     * Compiles a text.
     *
     * @param chunkName what messages call it
     * @param firstLine the line, from 1, that its first line is
     * @throws LuaSyntaxException when it is not Lua
     */
    public static LuaChunk compile(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        return new LuaChunk(LuaWorld.prototype(text, chunkName, firstLine));
    }

    /** The global names that are read, each with the first line on which it is. */
    public Map<String, Integer> freeNames() {
        return Collections.unmodifiableMap(free);
    }

    /** The global names that are assigned, each with the first line on which it is. */
    public Map<String, Integer> assignedNames() {
        return Collections.unmodifiableMap(assigned);
    }

    /** The parameters of the function when the text is {@code return function(...) ... end}; empty otherwise. */
    public Optional<Parameters> returnedFunction() {
        int[] code = main.code;
        boolean returnsClosure = code.length >= 2
                && Lua.GET_OPCODE(code[0]) == Lua.OP_CLOSURE
                && Lua.GET_OPCODE(code[1]) == Lua.OP_RETURN
                && Lua.GETARG_A(code[0]) == Lua.GETARG_A(code[1]);
        if (!returnsClosure) {
            return Optional.empty();
        }
        Prototype function = main.p[Lua.GETARG_Bx(code[0])];
        return Optional.of(new Parameters(function.numparams, function.is_vararg != 0));
    }

    /** A global is a field of the upvalue that is the environment, so each use is one of two instructions. */
    private void collect(Prototype function) {
        for (int pc = 0; pc < function.code.length; pc++) {
            int i = function.code[pc];
            if (Lua.GET_OPCODE(i) == Lua.OP_GETTABUP && Environment.is(function, Lua.GETARG_B(i))) {
                note(free, function, pc, Lua.GETARG_C(i));
            } else if (Lua.GET_OPCODE(i) == Lua.OP_SETTABUP && Environment.is(function, Lua.GETARG_A(i))) {
                note(assigned, function, pc, Lua.GETARG_B(i));
            }
        }
        for (Prototype nested : function.p) {
            collect(nested);
        }
    }

    private static void note(Map<String, Integer> names, Prototype function, int pc, int key) {
        LuaValue name = Registers.constant(function, pc, key);
        if (name instanceof LuaString) {
            names.merge(name.tojstring(), function.lineinfo[pc], Math::min);
        }
    }
}
