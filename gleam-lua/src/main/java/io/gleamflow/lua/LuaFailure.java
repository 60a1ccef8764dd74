package io.gleamflow.lua;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * What went wrong in a script.
 *
 * @param chunkName the text it happened in, as it was loaded; empty when not known
 * @param line in that text, or 0
 * @param message without the place
 */
public record LuaFailure(String chunkName, int line, String message) {

    private static final Pattern PLACED = Pattern.compile("^([^\\n:]+):(\\d+): (.*)$", Pattern.DOTALL);

    /** Makes the best of what running a script has thrown. */
    public static LuaFailure of(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new LuaFailure("", 0, "stack overflow");
        } else if (thrown instanceof OutOfMemoryError) {
            return new LuaFailure("", 0, "not enough memory");
        } else if (thrown instanceof LuaError error) {
            return of(text(error));
        }
        return of(thrown.toString());
    }

    private static LuaFailure of(String text) {
        Matcher placed = PLACED.matcher(text);
        return placed.matches()
                ? new LuaFailure(placed.group(1), Integer.parseInt(placed.group(2)), placed.group(3))
                : new LuaFailure("", 0, text);
    }

    private static String text(LuaError error) {
        LuaValue value = error.getMessageObject();
        if (value == null || value.isnil()) {
            return "nil";
        }
        if (value.isstring()) {
            return value.tojstring();
        }
        LuaValue converter = value.metatag(LuaValue.valueOf("__tostring"));
        return converter.isnil()
                ? "(error object is a " + value.typename() + " value)"
                : converter.call(value).tojstring();
    }
}
