package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** What instructions do to registers. */
public final class Registers {
    private Registers() {}

    /** Whether an instruction writes a register. */
    static boolean writes(int instruction, int register) {
        int a = Lua.GETARG_A(instruction);
        return switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_LOADNIL -> a <= register && register <= a + Lua.GETARG_B(instruction);
            case Lua.OP_SELF -> register == a || register == a + 1;
            case Lua.OP_CALL, Lua.OP_TAILCALL, Lua.OP_VARARG -> register >= a;
            case Lua.OP_TFORCALL -> register >= a + 3;
            case Lua.OP_FORLOOP, Lua.OP_FORPREP -> a <= register && register <= a + 3;
            case Lua.OP_JMP,
                    Lua.OP_SETTABUP,
                    Lua.OP_SETUPVAL,
                    Lua.OP_SETTABLE,
                    Lua.OP_EQ,
                    Lua.OP_LT,
                    Lua.OP_LE,
                    Lua.OP_TEST,
                    Lua.OP_RETURN,
                    Lua.OP_SETLIST,
                    Lua.OP_EXTRAARG -> false;
            default -> register == a;
        };
    }

    /** The constant that an operand is or, at this place, holds; null when it is none. */
    public static @Nullable LuaValue constant(Prototype function, int pc, int operand) {
        if (Lua.ISK(operand)) {
            return function.k[Lua.INDEXK(operand)];
        }
        for (int at = pc - 1; at >= 0; at--) {
            int i = function.code[at];
            if (writes(i, operand)) {
                return Lua.GET_OPCODE(i) == Lua.OP_LOADK ? function.k[Lua.GETARG_Bx(i)] : null;
            }
        }
        return null;
    }
}
