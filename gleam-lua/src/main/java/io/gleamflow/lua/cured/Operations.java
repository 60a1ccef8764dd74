package io.gleamflow.lua.cured;

import io.gleamflow.lua.cured.OperationError.Operation;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.TailcallVarargs;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.WeakTable;

/** Operations with metamethods as Lua 5.1 chooses them; LuaJ follows 5.2. */
public final class Operations {
    private Operations() {}

    /** {@code #t}, without the {@code __len} of 5.2. */
    public static LuaValue length(LuaTable table) {
        return LuaInteger.valueOf(table.rawlen());
    }

    /** {@code #t} as an int. */
    public static int rawLength(LuaTable table) {
        return table.rawlen();
    }

    /** A border of a table: found in its array when it ends there, as LuaJ looks up each index anew. */
    public static int border(LuaTable table) {
        LuaValue[] array = table.array;
        int length = array.length;
        if (length == 0 || table.m_metatable instanceof WeakTable) {
            return table.luaj$rawlen();
        } else if (array[length - 1] != null) {
            return table.hashEntries == 0 ? length : table.luaj$rawlen();
        }
        int present = 0;
        int absent = length;
        while (absent - present > 1) {
            int middle = (present + absent) >>> 1;
            if (array[middle - 1] == null) {
                absent = middle;
            } else {
                present = middle;
            }
        }
        return present;
    }

    /** Arithmetic that needs a metamethod of the left operand or, failing that, the right. */
    public static LuaValue arithmetic(LuaValue left, LuaValue event, LuaValue right) {
        LuaValue handler = left.metatag(event);
        if (handler.isnil()) {
            handler = right.metatag(event);
        }
        if (handler.isnil()) {
            throw new OperationError(Operation.ARITHMETIC, isNumeric(left) ? right : left);
        }
        return handler.call(left, right);
    }

    /** Arithmetic with a number on the left. */
    public static LuaValue arithmetic(LuaValue right, LuaValue event, double left) {
        return arithmetic(LuaValue.valueOf(left), event, right);
    }

    private static boolean isNumeric(LuaValue value) {
        return value instanceof LuaNumber || value instanceof LuaString && value.isnumber();
    }

    /** A comparison by metamethod, which both operands must have in common. */
    public static LuaValue compare(LuaValue left, LuaValue event, LuaValue right) {
        LuaValue handler = common(left, right, event);
        if (!handler.isnil()) {
            return handler.call(left, right);
        }
        if (LuaValue.LE.raweq(event)) {
            LuaValue less = common(left, right, LuaValue.LT);
            if (!less.isnil()) {
                return LuaValue.valueOf(!less.call(right, left).toboolean());
            }
        }
        throw OperationError.comparison(left, right);
    }

    private static LuaValue common(LuaValue left, LuaValue right, LuaValue event) {
        LuaValue handler = left.metatag(event);
        return !handler.isnil() && handler.raweq(right.metatag(event)) ? handler : LuaValue.NIL;
    }

    /** {@code ..} that needs a metamethod. */
    public static LuaValue concatenate(LuaValue left, LuaValue right) {
        LuaValue handler = left.metatag(LuaValue.CONCAT);
        if (handler.isnil()) {
            handler = right.metatag(LuaValue.CONCAT);
        }
        if (handler.isnil()) {
            boolean leftIsFine = left instanceof LuaNumber || left instanceof LuaString;
            throw new OperationError(Operation.CONCATENATION, leftIsFine ? right : left);
        }
        return handler.call(left, right);
    }

    /** The metamethod of a value for an event it must have; LuaJ's words say which. */
    public static LuaValue handler(LuaValue value, LuaValue event, String words) {
        LuaValue handler = value.metatag(event);
        if (LuaValue.CALL.raweq(event)) {
            if (!(handler instanceof LuaFunction)) {
                throw new OperationError(Operation.CALL, value);
            }
        } else if (handler.isnil()) {
            throw new OperationError(Operation.LENGTH, value);
        }
        return handler;
    }

    /** Minus a value that is no number; the metamethod gets it twice. */
    public static LuaValue negate(LuaValue value) {
        LuaValue handler = value.metatag(LuaValue.UNM);
        if (handler.isnil()) {
            throw new OperationError(Operation.ARITHMETIC, value);
        }
        return handler.call(value, value);
    }

    /** What a call instruction calls; functions that ask for their caller are told. */
    public static LuaValue called(LuaValue function, LuaClosure caller, int pc) {
        return function instanceof CallerFunction asking
                ? asking.calledFrom(new CallSite(caller, pc, new LuaValue[0]))
                : function;
    }

    /** {@code return f(...)}: Lua functions are left to the caller's loop, others run at once, inside the frame that names them. */
    public static Varargs tailCall(LuaValue function, Varargs arguments) {
        return function instanceof LuaClosure ? new TailcallVarargs(function, arguments) : function.invoke(arguments);
    }
}
