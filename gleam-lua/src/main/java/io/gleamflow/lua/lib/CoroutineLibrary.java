package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.RaisedError;
import io.gleamflow.lua.cured.Raising;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** {@code coroutine}. */
final class CoroutineLibrary implements Library<CoroutineLibrary.Name>, AutoCloseable {

    enum Name {
        CREATE,
        ISYIELDABLE,
        RESUME,
        RUNNING,
        STATUS,
        WRAP,
        YIELD
    }

    private final Carriers carriers = new Carriers();
    private @Nullable Coroutine current;

    LuaTable table() {
        LuaTable coroutine = new LuaTable();
        addTo(coroutine, Name.values());
        return coroutine;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case CREATE -> new Coroutine(carriers, Arguments.function(args, 1));
            case ISYIELDABLE -> LuaValue.valueOf(current != null);
            case RESUME -> resume(coroutine(args), args.subargs(2));
            case RUNNING -> current == null ? LuaValue.NIL : current;
            case STATUS -> LuaString.valueOf(status(coroutine(args)));
            case WRAP -> new Wrapped(new Coroutine(carriers, Arguments.function(args, 1)));
            case YIELD -> yielded(args);
        };
    }

    private static Coroutine coroutine(Varargs args) {
        if (args.arg(1) instanceof Coroutine coroutine) {
            return coroutine;
        }
        throw new ArgumentError(1, "coroutine expected");
    }

    private String status(Coroutine coroutine) {
        if (coroutine.equals(current)) {
            return "running";
        }
        return coroutine.isDead() ? "dead" : coroutine.hasResumed() ? "normal" : "suspended";
    }

    private void requireSuspended(Coroutine coroutine) {
        if (coroutine.isDead()) {
            throw new LibraryError("cannot resume dead coroutine");
        } else if (coroutine.equals(current) || coroutine.hasResumed()) {
            throw new LibraryError("cannot resume running coroutine");
        }
    }

    /** Runs a coroutine until it yields, ends or fails; what it throws is thrown here. */
    private Varargs entered(Coroutine coroutine, Varargs args) {
        Coroutine resumer = current;
        if (resumer != null) {
            resumer.setResumed(true);
        }
        current = coroutine;
        try {
            return coroutine.enter(args);
        } finally {
            current = resumer;
            if (resumer != null) {
                resumer.setResumed(false);
            }
        }
    }

    private Varargs resume(Coroutine coroutine, Varargs args) {
        try {
            requireSuspended(coroutine);
            return LuaValue.varargsOf(LuaValue.TRUE, entered(coroutine, args));
        } catch (LuaError e) {
            return LuaValue.varargsOf(LuaValue.FALSE, Raising.value(e));
        } catch (StackOverflowError e) {
            return LuaValue.varargsOf(LuaValue.FALSE, LuaString.valueOf("stack overflow"));
        } catch (RuntimeException e) {
            return LuaValue.varargsOf(LuaValue.FALSE, LuaString.valueOf("vm error: " + e));
        }
    }

    private Varargs yielded(Varargs args) {
        Coroutine running = current;
        if (running == null) {
            throw new LibraryError("attempt to yield across C-call boundary");
        }
        return running.leave(args);
    }

    /** What {@code wrap} returns. */
    private final class Wrapped extends VarArgFunction {
        private final Coroutine coroutine;

        Wrapped(Coroutine coroutine) {
            this.coroutine = coroutine;
        }

        @Override
        public Varargs invoke(Varargs args) {
            requireSuspended(coroutine);
            try {
                return entered(coroutine, args);
            } catch (LuaError e) {
                LuaValue value = Raising.value(e);
                if (value instanceof LuaString) {
                    // the place of the caller goes before that of the error
                    throw new RaisedError(value, 1);
                }
                throw e;
            }
        }
    }

    @Override
    public void close() {
        carriers.close();
    }
}
