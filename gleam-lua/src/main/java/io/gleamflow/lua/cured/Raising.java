package io.gleamflow.lua.cured;

import io.gleamflow.lua.ScriptExit;
import io.gleamflow.lua.cured.OperationError.Operation;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** LuaJ's complaints in Lua's words, and what happens to an error on its way out. The methods that return never do. */
@SuppressWarnings("DoNotCallSuggester")
public final class Raising {
    private Raising() {}

    /** {@code #} of a value without length. */
    public static LuaValue lenerror(LuaValue value) {
        throw new OperationError(Operation.LENGTH, value);
    }

    /** An index of a value without fields. */
    public static void indexerror(LuaValue value) {
        throw new OperationError(Operation.INDEX, value);
    }

    /** Arithmetic on a value that is no number. */
    public static LuaValue aritherror(LuaValue value) {
        throw new OperationError(Operation.ARITHMETIC, value);
    }

    /** Arithmetic on a value that is no number. */
    public static LuaValue aritherror(LuaValue value, String operation) {
        throw new OperationError(Operation.ARITHMETIC, value);
    }

    /** A comparison of a value with one of another type. */
    public static LuaValue compareerror(LuaValue value, String otherType) {
        throw OperationError.comparison(value, LuaValue.ZERO);
    }

    /** A comparison of a value with one of another type. */
    public static LuaValue compareerror(LuaValue value, LuaValue other) {
        throw OperationError.comparison(value, other);
    }

    /** A string on the left of a value that has no order with it. */
    public static int strcmp(LuaValue value, LuaString left) {
        throw OperationError.comparison(left, value);
    }

    /** LuaJ's catch-all; the words say what it was about. */
    public static LuaValue typerror(LuaValue value, String words) {
        switch (words) {
            case "index" -> throw new OperationError(Operation.INDEX, value);
            case "strValue" -> throw new OperationError(Operation.CONCATENATION, value);
            case "table index" -> throw new KeyError();
            case "attempt to compare number with string" ->
                throw OperationError.comparison(value, LuaValue.EMPTYSTRING);
            case "attempt to compare string with number" -> throw OperationError.comparison(value, LuaValue.ZERO);
            default -> throw new LibraryError(words + " expected, got " + value.typename());
        }
    }

    /** The message of an error, with its place. */
    public static @Nullable String message(LuaError error) {
        String message = error.luaj$getMessage();
        String place = error.fileline;
        // LuaJ's own has the place and a space in front
        return place == null || message == null ? message : place + ": " + message.substring(place.length() + 1);
    }

    /** The value pcall returns for an error. */
    public static LuaValue value(LuaError error) {
        if (error instanceof ScriptError script) {
            return script.value();
        }
        if (error.object != null) {
            return error.object;
        }
        return LuaString.valueOf(String.valueOf(message(error)));
    }

    /** Tells an error that it leaves a function. */
    public static void passing(LuaClosure closure, LuaError error, Prototype function, int pc, LuaValue[] registers) {
        CallSite site = new CallSite(closure, pc, registers);
        if (error instanceof ScriptError script) {
            script.passes(site);
        } else if (error.fileline == null) {
            error.fileline = site.chunk() + ":" + site.line();
        }
    }

    /** Loads the classes that are needed when there is no stack left to load them on. */
    public static void prepare() {
        LibraryError error = new LibraryError("");
        if (!error.trace().isEmpty() || CallSite.class.getName().isEmpty()) {
            throw new IllegalStateException("an error that has passed nothing");
        }
    }

    /** A stack overflow as an error of the function that saw it. There is little stack left to do this on. */
    public static Throwable overflow(StackOverflowError overflow, LuaClosure closure, int pc) {
        LibraryError error = new LibraryError("stack overflow");
        error.passes(new CallSite(closure, pc, new LuaValue[0]));
        return error;
    }

    /** Tells an exit that it leaves a function. */
    public static Throwable exiting(ScriptExit exit, LuaClosure closure, int pc) {
        CallSite site = new CallSite(closure, pc, new LuaValue[0]);
        exit.passes(site.chunk(), site.line());
        return exit;
    }

    /** What {@code tostring} says of a Lua function. */
    public static String functionText(LuaClosure closure) {
        return "function: " + address(closure);
    }

    /** Something like an address, for what has no other text. */
    public static String address(LuaValue value) {
        return String.format("0x%08x", System.identityHashCode(value));
    }
}
