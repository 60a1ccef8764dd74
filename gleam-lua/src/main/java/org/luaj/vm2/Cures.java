package org.luaj.vm2;

import io.gleamflow.lua.NumberText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of LuaJ's methods that give wrong results; the build lets those methods call these. Not for anyone else.
 */
public final class Cures {

    private Cures() {}

    /** Numbers as text: LuaJ's go through float. */
    public static String tojstring(LuaDouble number) {
        return NumberText.of(number.todouble());
    }

    /** Doubles become numbers: LuaJ's loses the sign of zero. */
    public static LuaNumber valueOf(double v) {
        int whole = (int) v;
        if (whole == v && (whole != 0 || Double.doubleToRawLongBits(v) == 0)) {
            return LuaInteger.valueOf(whole);
        }
        return new LuaDouble(v);
    }

    /** The order of strings: LuaJ's compares signed bytes. */
    public static int strcmp(LuaString left, LuaString right) {
        return Arrays.compareUnsigned(
                left.m_bytes,
                left.m_offset,
                left.m_offset + left.m_length,
                right.m_bytes,
                right.m_offset,
                right.m_offset + right.m_length);
    }

    /**
     * Called for each function an error leaves: gives the error its place, once, from the function the level asks for, and
     * the name of the variable that was to blame.
     */
    public static void processErrorHooks(LuaClosure closure, LuaError error, Prototype function, int pc) {
        if (error.traceback != null || error.level < 1) {
            return;
        }
        if (error.level > 1) {
            error.level--;
            return;
        }
        String message = error.getCause() == null ? plainMessage(error) : plainMessage(error.getCause());
        if (message == null) {
            return;
        }
        String named = VariableNames.explain(message, function, pc);
        error.traceback = place(function, pc) + ": " + named;
    }

    private static @Nullable String plainMessage(Throwable error) {
        String message = error.getMessage();
        return message == null && !(error instanceof LuaError) ? error.toString() : message;
    }

    private static String place(Prototype function, int pc) {
        String source = function.source == null ? "?" : function.source.tojstring();
        String name = source.startsWith("@") || source.startsWith("=") ? source.substring(1) : source;
        boolean known = function.lineinfo != null && pc >= 0 && pc < function.lineinfo.length;
        return name + ":" + (known ? Integer.toString(function.lineinfo[pc]) : "?");
    }
}
