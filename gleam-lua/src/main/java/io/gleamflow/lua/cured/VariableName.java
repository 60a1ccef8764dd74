package io.gleamflow.lua.cured;

import io.gleamflow.lua.cured.OperationError.Operation;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LocVars;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/**
 * The variable a value came from: that very value, not one that is equal. It is found by looking back from the instruction that failed to the one that loaded the register.
 *
 * @param kind local, upvalue, global, field or method
 */
@SuppressWarnings("ReferenceEquality")
record VariableName(String kind, String name) {

    /** The name of what a call instruction calls, or null. */
    static @Nullable VariableName called(CallSite site) {
        int i = site.instruction();
        int op = Lua.GET_OPCODE(i);
        if (op == Lua.OP_TFORCALL) {
            return new VariableName("local", "(for generator)");
        }
        return op == Lua.OP_CALL || op == Lua.OP_TAILCALL
                ? ofRegister(site.function(), site.pc(), Lua.GETARG_A(i))
                : null;
    }

    /** The name of the operand that is the culprit of the instruction's operation; null when it is not an operand at all. */
    static @Nullable VariableName ofCulprit(CallSite site, Operation operation, LuaValue culprit) {
        int i = site.instruction();
        int a = Lua.GETARG_A(i);
        int b = Lua.GETARG_B(i);
        int c = Lua.GETARG_C(i);
        boolean fits = operation == operationOf(Lua.GET_OPCODE(i));
        if (!fits) {
            return null;
        }
        return switch (Lua.GET_OPCODE(i)) {
            case Lua.OP_GETTABUP -> site.upvalue(b) == culprit ? ofUpvalue(site.function(), b) : null;
            case Lua.OP_SETTABUP -> site.upvalue(a) == culprit ? ofUpvalue(site.function(), a) : null;
            case Lua.OP_SETTABLE, Lua.OP_CALL, Lua.OP_TAILCALL -> first(site, culprit, a, a);
            case Lua.OP_GETTABLE, Lua.OP_SELF, Lua.OP_UNM, Lua.OP_LEN -> first(site, culprit, b, b);
            case Lua.OP_CONCAT ->
                // from the right, and of two that are both wrong the left is blamed
                first(site, culprit, site.register(c - 1) == culprit ? c - 1 : c, b);
            // of two that are both wrong the left is blamed, even when it is a constant and has no name
            default -> operand(site, culprit, value(site, b) == culprit ? b : c);
        };
    }

    private static @Nullable Operation operationOf(int opcode) {
        return switch (opcode) {
            case Lua.OP_GETTABUP, Lua.OP_SETTABUP, Lua.OP_GETTABLE, Lua.OP_SETTABLE, Lua.OP_SELF -> Operation.INDEX;
            case Lua.OP_CALL, Lua.OP_TAILCALL -> Operation.CALL;
            case Lua.OP_ADD, Lua.OP_SUB, Lua.OP_MUL, Lua.OP_DIV, Lua.OP_MOD, Lua.OP_POW, Lua.OP_UNM ->
                Operation.ARITHMETIC;
            case Lua.OP_CONCAT -> Operation.CONCATENATION;
            case Lua.OP_LEN -> Operation.LENGTH;
            default -> null;
        };
    }

    /** The first register from {@code from} down to {@code to} that holds the culprit. */
    private static @Nullable VariableName first(CallSite site, LuaValue culprit, int from, int to) {
        for (int register = from; register >= to; register--) {
            if (site.register(register) == culprit) {
                return ofRegister(site.function(), site.pc(), register);
            }
        }
        return null;
    }

    private static @Nullable VariableName operand(CallSite site, LuaValue culprit, int operand) {
        return Lua.ISK(operand) ? null : first(site, culprit, operand, operand);
    }

    /** The operands of a comparison in the order of the program, when the two values are they; null otherwise. */
    static LuaValue @Nullable [] compared(CallSite site, LuaValue one, LuaValue other) {
        int i = site.instruction();
        if (Lua.GET_OPCODE(i) != Lua.OP_LT && Lua.GET_OPCODE(i) != Lua.OP_LE) {
            return null;
        }
        LuaValue left = value(site, Lua.GETARG_B(i));
        LuaValue right = value(site, Lua.GETARG_C(i));
        if (left == null || right == null) {
            return null;
        }
        boolean straight = left.type() == one.type() && right.type() == other.type();
        boolean reversed = left.type() == other.type() && right.type() == one.type();
        return straight || reversed ? new LuaValue[] {left, right} : null;
    }

    /** The value of a register or a constant, or null when it is not to be had any more. */
    static @Nullable LuaValue value(CallSite site, int operand) {
        return Lua.ISK(operand) ? site.function().k[Lua.INDEXK(operand)] : site.register(operand);
    }

    private static @Nullable VariableName ofUpvalue(Prototype function, int index) {
        LuaString name = function.upvalues[index].name;
        return name == null ? null : new VariableName("upvalue", name.tojstring());
    }

    private static @Nullable VariableName ofRegister(Prototype function, int pc, int register) {
        String local = local(function, pc, register);
        if (local != null) {
            return local.startsWith("(") ? null : new VariableName("local", local);
        }
        for (int at = pc - 1; at >= 0; at--) {
            int i = function.code[at];
            if (Registers.writes(i, register)) {
                return loadedBy(function, at, i, register);
            }
        }
        return null;
    }

    private static @Nullable String local(Prototype function, int pc, int register) {
        int active = -1;
        for (LocVars variable : function.locvars) {
            if (variable.startpc > pc) {
                return null;
            }
            if (pc < variable.endpc && ++active == register) {
                return variable.varname.tojstring();
            }
        }
        return null;
    }

    private static @Nullable VariableName loadedBy(Prototype function, int pc, int i, int register) {
        return switch (Lua.GET_OPCODE(i)) {
            case Lua.OP_MOVE -> ofRegister(function, pc, Lua.GETARG_B(i));
            case Lua.OP_GETUPVAL -> ofUpvalue(function, Lua.GETARG_B(i));
            case Lua.OP_GETTABUP -> {
                boolean global = Environment.is(function, Lua.GETARG_B(i));
                yield constant(function, pc, Lua.GETARG_C(i), global ? "global" : "field");
            }
            case Lua.OP_GETTABLE -> constant(function, pc, Lua.GETARG_C(i), "field");
            case Lua.OP_SELF ->
                register == Lua.GETARG_A(i)
                        ? constant(function, pc, Lua.GETARG_C(i), "method")
                        : ofRegister(function, pc, Lua.GETARG_B(i));
            default -> null;
        };
    }

    /** The name that a key is; with many constants it has been loaded into a register first. */
    private static @Nullable VariableName constant(Prototype function, int pc, int key, String kind) {
        boolean isVariable = !Lua.ISK(key) && local(function, pc, key) != null;
        LuaValue value = isVariable ? null : Registers.constant(function, pc, key);
        return value instanceof LuaString name ? new VariableName(kind, name.tojstring()) : null;
    }
}
