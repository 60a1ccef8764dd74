package io.gleamflow.lua;

import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.RaisedError;
import io.gleamflow.lua.cured.ScriptError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

/**
 * What went wrong while a script ran. Immutable.
 *
 * @param kind what is to blame
 * @param chunkName the text it happened in, as it was loaded; empty when not known
 * @param line in that text; 0 when not known
 * @param message what is wrong, without the place
 */
public record LuaFailure(Kind kind, String chunkName, int line, String message) {

    /** What is to blame. */
    public enum Kind {
        /** The script. */
        SCRIPT,
        /** The script called itself too often. */
        STACK_OVERFLOW,
        /** There was not enough memory. */
        OUT_OF_MEMORY,
        /** {@code os.exit} was called. */
        EXIT,
        /** Something that is not Lua's: a defect of ours, or an error of the caller's own. */
        OTHER
    }

    private static final Pattern PLACED = Pattern.compile("([^\\n]+?):(\\d+): (.*)", Pattern.DOTALL);
    private static final String OVERFLOW = "stack overflow";

    /** Makes the best of what calling a script has thrown; takes anything. */
    public static LuaFailure of(Throwable thrown) {
        if (thrown instanceof ScriptError error) {
            return of(error);
        } else if (thrown instanceof LuaError error) {
            return placed(Kind.SCRIPT, String.valueOf(error.getMessage()));
        } else if (thrown instanceof StackOverflowError) {
            return new LuaFailure(Kind.STACK_OVERFLOW, "", 0, OVERFLOW);
        } else if (thrown instanceof OutOfMemoryError) {
            return new LuaFailure(Kind.OUT_OF_MEMORY, "", 0, "not enough memory");
        } else if (thrown instanceof ScriptExit exit) {
            return new LuaFailure(Kind.EXIT, exit.chunkName(), exit.line(), String.valueOf(exit.getMessage()));
        }
        return new LuaFailure(Kind.OTHER, "", 0, thrown.toString());
    }

    private static LuaFailure of(ScriptError error) {
        CallSite place = error.place();
        if (error instanceof RaisedError raised && !raised.raised().isstring()) {
            return passed(error, text(raised));
        } else if (place == null || isOfTheHost(place.chunk())) {
            // thrown again, with the place in the text, or thrown without a place
            LuaFailure failure = placed(Kind.SCRIPT, error.problem());
            return failure.line == 0 ? passed(error, error.problem()) : failure;
        }
        Kind kind = error.problem().equals(OVERFLOW) ? Kind.STACK_OVERFLOW : Kind.SCRIPT;
        LuaFailure inner = placed(kind, error.problem());
        // what came out of a coroutine has its own place in the text
        return inner.chunkName.equals(place.chunk())
                ? inner
                : new LuaFailure(kind, place.chunk(), place.line(), error.problem());
    }

    /** The first function of the user's that an error has left is as near to its place as can be known. */
    private static LuaFailure passed(ScriptError error, String text) {
        return error.trace().stream()
                .filter(site -> !isOfTheHost(site.chunk()))
                .findFirst()
                .map(site -> new LuaFailure(Kind.SCRIPT, site.chunk(), site.line(), text))
                .orElseGet(() -> new LuaFailure(Kind.SCRIPT, "", 0, text));
    }

    /** Texts whose names are in brackets belong to whoever runs scripts, as {@code [C]} does in Lua. */
    static boolean isOfTheHost(String chunk) {
        return chunk.startsWith("[");
    }

    private static String text(RaisedError error) {
        LuaValue converter = error.raised().metatag(LuaValue.valueOf("__tostring"));
        try {
            LuaValue text = converter.isnil() ? LuaValue.NIL : converter.call(error.raised());
            return text.isstring() ? text.tojstring() : error.problem();
        } catch (LuaError e) {
            return error.problem();
        }
    }

    private static LuaFailure placed(Kind kind, String text) {
        Matcher placed = PLACED.matcher(text);
        return placed.matches() && !isOfTheHost(placed.group(1))
                ? new LuaFailure(kind, placed.group(1), Integer.parseInt(placed.group(2)), placed.group(3))
                : new LuaFailure(kind, "", 0, text);
    }

    /** The message as LuaJIT prints it: {@code chunk:line: message}, or the message alone. */
    public String text() {
        return line == 0 ? message : chunkName + ":" + line + ": " + message;
    }
}
