package io.gleamflow.lua;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/**
 * A compiled text that is looked at and not run; safe where scripts must not run. Immutable.
 */
public final class LuaChunk {

    private final Map<String, Integer> free = new TreeMap<>();
    private final Map<String, Integer> assigned = new TreeMap<>();

    private LuaChunk(Prototype main) {
        collect(main);
    }

    /**
     * Compiles a text.
     *
     * @param firstLine the line, from 1, on which the text starts
     * @throws LuaSyntaxException when it is not Lua
     */
    public static LuaChunk compile(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        return new LuaChunk(Compiler.compile(text, chunkName, firstLine));
    }

    /** The global names the text reads, with the first line each is read on. */
    public Map<String, Integer> freeNames() {
        return Collections.unmodifiableMap(free);
    }

    /** The global names the text assigns, with the first line. */
    public Map<String, Integer> assignedNames() {
        return Collections.unmodifiableMap(assigned);
    }

    /** Globals are fields of the upvalue {@code _ENV}, so every use is an instruction of two kinds. */
    private void collect(Prototype function) {
        for (int pc = 0; pc < function.code.length; pc++) {
            int i = function.code[pc];
            if (Lua.GET_OPCODE(i) == Lua.OP_GETTABUP && isEnvironment(function, Lua.GETARG_B(i))) {
                note(free, function, pc, Lua.GETARG_C(i));
            } else if (Lua.GET_OPCODE(i) == Lua.OP_SETTABUP && isEnvironment(function, Lua.GETARG_A(i))) {
                note(assigned, function, pc, Lua.GETARG_B(i));
            }
        }
        for (Prototype nested : function.p) {
            collect(nested);
        }
    }

    private static boolean isEnvironment(Prototype function, int upvalue) {
        LuaString name = function.upvalues[upvalue].name;
        return name != null && name.tojstring().equals("_ENV");
    }

    private static void note(Map<String, Integer> names, Prototype function, int pc, int operand) {
        LuaValue key = Lua.ISK(operand) ? function.k[Lua.INDEXK(operand)] : loaded(function, pc, operand);
        if (key != null && key.isstring()) {
            names.merge(key.tojstring(), function.lineinfo[pc], Math::min);
        }
    }

    /** With over 256 constants a name is loaded into a register first. */
    private static @Nullable LuaValue loaded(Prototype function, int pc, int register) {
        for (int at = pc - 1; at >= 0; at--) {
            int i = function.code[at];
            if (Lua.GET_OPCODE(i) == Lua.OP_LOADK && Lua.GETARG_A(i) == register) {
                return function.k[Lua.GETARG_Bx(i)];
            }
        }
        return null;
    }
}
