package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Raising;
import io.gleamflow.lua.cured.ScriptError;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * {@code pcall} and {@code xpcall}. They catch errors of scripts and stack overflows; Java's {@link Error}s, such as {@code os.exit}
 * and the engine's own, pass.
 */
final class ProtectedCalls implements Library<ProtectedCalls.Name> {

    enum Name {
        PCALL,
        XPCALL
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case PCALL -> protectedCall(Arguments.any(args, 1), args.subargs(2), null);
            case XPCALL -> protectedCall(Arguments.any(args, 1), args.subargs(3), Arguments.function(args, 2));
        };
    }

    private static Varargs protectedCall(LuaValue function, Varargs args, @Nullable LuaFunction handler) {
        LuaValue value;
        Throwable thrown;
        try {
            // a result may be a tail call that has yet to run
            return LuaValue.varargsOf(LuaValue.TRUE, function.invoke(args).eval());
        } catch (LuaError e) {
            value = Raising.value(e);
            thrown = e;
        } catch (StackOverflowError e) {
            value = LuaString.valueOf("stack overflow");
            thrown = e;
        } catch (RuntimeException e) {
            value = LuaString.valueOf("vm error: " + e);
            thrown = e;
        }
        return LuaValue.varargsOf(LuaValue.FALSE, handler == null ? value : handled(handler, value, thrown));
    }

    /** The handler runs when the stack is gone; the trace it asks for is that of the error. */
    private static Varargs handled(LuaFunction handler, LuaValue value, Throwable thrown) {
        try {
            if (DebugLibrary.isTraceback(handler) && thrown instanceof ScriptError error) {
                return DebugLibrary.traceback(value, error);
            }
            return handler.invoke(value).arg1();
        } catch (LuaError | StackOverflowError e) {
            return LuaString.valueOf("error in error handling");
        }
    }
}
