package io.gleamflow.lua;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Calls a function with few arguments as often as there are rows: one written in Lua gets them without a list in between, and one
 * that only calculates is not even run. What comes back, and what is thrown, is what the function says. As much for several
 * threads as the function is.
 */
public final class LuaCall {

    private final LuaFunction function;
    private final @Nullable Formula formula;

    /** Calls of one function. */
    public LuaCall(LuaFunction function) {
        this.function = function;
        this.formula = function instanceof LuaClosure lua ? Formula.of(lua.p) : null;
    }

    /** All that the function returns. */
    public Varargs with(LuaValue argument) {
        if (formula != null) {
            Varargs result = formula.of(argument, LuaValue.NIL);
            if (result != null) {
                return result;
            }
        }
        return function instanceof LuaClosure lua && lua.p.is_vararg == 0
                ? run(lua, argument, LuaValue.NIL)
                : function.invoke(argument);
    }

    /** All that the function returns. */
    public Varargs with(LuaValue first, LuaValue second) {
        if (formula != null) {
            Varargs result = formula.of(first, second);
            if (result != null) {
                return result;
            }
        }
        return once(function, first, second);
    }

    /**
     * Whether the function makes one number of any two, by calculating alone: then it cannot fail, and nobody sees when it is
     * called.
     */
    public boolean isCalculation() {
        return formula != null && formula.isNumeric();
    }

    /** What a calculation makes of two numbers, the same as {@link #with(LuaValue, LuaValue)}. */
    public double with(double first, double second) {
        if (formula == null) {
            throw new IllegalStateException("the function does more than calculate");
        }
        return formula.of(first, second);
    }

    /** All that a function returns that is called too seldom for a formula to pay. */
    public static Varargs once(LuaFunction function, LuaValue first, LuaValue second) {
        return function instanceof LuaClosure lua && lua.p.is_vararg == 0
                ? run(lua, first, second)
                : function.invoke(first, second);
    }

    private static Varargs run(LuaClosure function, LuaValue first, LuaValue second) {
        int parameters = function.p.numparams;
        LuaValue[] registers = new LuaValue[function.p.maxstacksize];
        for (int i = 0; i < parameters; i++) {
            registers[i] = i == 0 ? first : i == 1 ? second : LuaValue.NIL;
        }
        return function.execute(registers, LuaValue.NONE).eval();
    }
}
