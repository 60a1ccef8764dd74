package io.gleamflow.lua.lib;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The function of a coroutine and the turns that two threads take: the one that resumes and the one that carries the function. Only
 * the one whose turn it is does anything, so all but the turn itself need no lock.
 */
final class Body {
    private static final int SPINS = 200;

    /** Unwinds a coroutine that nobody will resume; scripts cannot catch it. */
    private static final class Ended extends Error {
        Ended() {
            super("the coroutine is not needed any more", null, false, false);
        }
    }

    private final LuaFunction function;
    private Varargs transferred = LuaValue.NONE;
    private @Nullable Throwable thrown;
    private @Nullable Thread resumer;
    private volatile @Nullable Thread carrier;
    private volatile boolean carriersTurn;
    private boolean ended;
    private boolean unwanted;

    Body(LuaFunction function) {
        this.function = function;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Lets the function go on until it leaves. */
    Varargs enter(Varargs args) {
        transferred = copied(args);
        resumer = Thread.currentThread();
        carriersTurn = true;
        LockSupport.unpark(carrier);
        await(false);
        Throwable failure = thrown;
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return transferred;
    }

    /** Goes back to where the function was entered; returns when it is entered again. */
    Varargs leave(Varargs values) {
        transferred = copied(values);
        carriersTurn = false;
        LockSupport.unpark(resumer);
        await(true);
        if (unwanted) {
            throw new Ended();
        }
        return transferred;
    }

    /** Ends a function that is suspended, or has not begun; returns when it has unwound. */
    void end() {
        if (!ended) {
            unwanted = true;
            try {
                enter(LuaValue.NONE);
            } catch (Ended e) {
                ended = true;
            }
        }
    }

    /** The carrier's part: runs the function when it is entered. {@code whenDone} is called before the last turn is given back. */
    void run(Runnable whenDone) {
        carrier = Thread.currentThread();
        await(true);
        try {
            if (unwanted) {
                throw new Ended();
            }
            transferred = Callback.invoke(function, transferred);
        } catch (Throwable t) {
            thrown = t;
        }
        ended = true;
        whenDone.run();
        carriersTurn = false;
        LockSupport.unpark(resumer);
    }

    /** Arguments may be a view of registers, which their owner goes on to use. */
    private static Varargs copied(Varargs values) {
        int count = values.narg();
        if (count <= 1) {
            return count == 0 ? LuaValue.NONE : values.arg1();
        }
        LuaValue[] copy = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            copy[i] = values.arg(i + 1);
        }
        return LuaValue.varargsOf(copy);
    }

    private void await(boolean carriers) {
        boolean interrupted = false;
        for (int i = 0; carriersTurn != carriers; i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
