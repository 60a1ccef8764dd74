package org.luaj.vm2;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, from the instruction that failed, which variable an error is about. LuaJ says "attempt to call nil"; Lua says
 * "attempt to call global 'f' (a nil value)".
 */
final class VariableNames {

    private static final List<String> INDEX = List.of("attempt to index ? (a ", " value)");
    private static final String CALL = "attempt to call ";
    private static final Pattern BINARY =
            Pattern.compile("attempt to (perform arithmetic|concatenate) (?:__\\w+ )?(?:on )?(\\w+)(?: and (\\w+))?");
    private static final String LENGTH = "attempt to get length of ";

    private VariableNames() {}

    static String explain(String message, Prototype function, int pc) {
        if (pc < 0 || pc >= function.code.length) {
            return message;
        }
        int i = function.code[pc];
        if (message.startsWith(INDEX.get(0))) {
            return indexed(message, function, pc, i);
        } else if (message.startsWith(CALL)) {
            String name = name(function, pc, Lua.GETARG_A(i));
            return withName(CALL, message.substring(CALL.length()), name);
        } else if (message.startsWith(LENGTH)) {
            return withName(LENGTH, message.substring(LENGTH.length()), name(function, pc, Lua.GETARG_B(i)));
        }
        Matcher binary = BINARY.matcher(message);
        if (binary.matches()) {
            return binary(binary, function, pc, i);
        }
        return message;
    }

    private static String indexed(String message, Prototype function, int pc, int i) {
        String type = message.substring(
                INDEX.get(0).length(), message.length() - INDEX.get(1).length());
        String name =
                switch (Lua.GET_OPCODE(i)) {
                    case Lua.OP_GETTABUP -> upvalue(function, Lua.GETARG_B(i));
                    case Lua.OP_SETTABUP -> upvalue(function, Lua.GETARG_A(i));
                    case Lua.OP_SETTABLE -> name(function, pc, Lua.GETARG_A(i));
                    default -> name(function, pc, Lua.GETARG_B(i));
                };
        return withName("attempt to index ", type, name);
    }

    private static String withName(String attempt, String type, @Nullable String name) {
        return name == null
                ? attempt + "a " + type + " value"
                : attempt + name + " (a " + type + " value)";
    }

    /** The first operand that has no number, or for a concatenation no text, in it is to blame. */
    private static String binary(Matcher message, Prototype function, int pc, int i) {
        String right = message.group(3);
        boolean isLeft = right == null || !message.group(2).matches("number|string");
        String type = isLeft ? message.group(2) : right;
        boolean concatenation = message.group(1).equals("concatenate");
        int operand = isLeft ? Lua.GETARG_B(i) : Lua.GETARG_C(i);
        String name = concatenation || Lua.ISK(operand) ? null : name(function, pc, operand);
        return withName("attempt to " + message.group(1) + (concatenation ? " " : " on "), type, name);
    }

    private static @Nullable String upvalue(Prototype function, int index) {
        LuaString name = function.upvalues[index].name;
        return name == null ? null : "upvalue '" + name.tojstring() + "'";
    }

    private static @Nullable String name(Prototype function, int pc, int register) {
        LuaString local = function.getlocalname(register + 1, pc);
        if (local != null) {
            return local.tojstring().startsWith("(") ? null : "local '" + local.tojstring() + "'";
        }
        for (int at = pc - 1; at >= 0; at--) {
            int i = function.code[at];
            if (Lua.GETARG_A(i) == register && Lua.testAMode(Lua.GET_OPCODE(i))) {
                return loaded(function, at, i);
            }
        }
        return null;
    }

    /** What the instruction loads into a register. */
    private static @Nullable String loaded(Prototype function, int pc, int i) {
        return switch (Lua.GET_OPCODE(i)) {
            case Lua.OP_GETTABUP -> {
                LuaString table = function.upvalues[Lua.GETARG_B(i)].name;
                boolean global = table != null && table.tojstring().equals("_ENV");
                yield constant(function, Lua.GETARG_C(i), global ? "global" : "field");
            }
            case Lua.OP_GETTABLE -> constant(function, Lua.GETARG_C(i), "field");
            case Lua.OP_SELF -> constant(function, Lua.GETARG_C(i), "method");
            case Lua.OP_GETUPVAL -> upvalue(function, Lua.GETARG_B(i));
            case Lua.OP_MOVE -> Lua.GETARG_B(i) < Lua.GETARG_A(i) ? name(function, pc, Lua.GETARG_B(i)) : null;
            default -> null;
        };
    }

    private static @Nullable String constant(Prototype function, int operand, String kind) {
        if (!Lua.ISK(operand)) {
            return null;
        }
        LuaValue value = function.k[Lua.INDEXK(operand)];
        return value.isstring() ? kind + " '" + value.tojstring() + "'" : null;
    }
}
