package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Raising;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A coroutine as Lua sees it. What runs is a {@link Body} on a thread of its own; that knows nothing of this, so that a coroutine
 * that is no longer reachable can be told from one that will be resumed.
 */
final class Coroutine extends LuaValue {
    private final Carriers carriers;
    private final Body body;
    private boolean started;
    private boolean resumed;

    Coroutine(Carriers carriers, LuaFunction function) {
        this.carriers = carriers;
        this.body = new Body(function);
    }

    boolean isDead() {
        return body.hasEnded();
    }

    /** Whether it has resumed another that has not come back. */
    boolean hasResumed() {
        return resumed;
    }

    void setResumed(boolean resumed) {
        this.resumed = resumed;
    }

    /** Called by the thread that resumes. */
    Varargs enter(Varargs args) {
        if (!started) {
            started = true;
            carriers.carry(this, body);
        }
        return body.enter(args);
    }

    /** Called by the coroutine's own thread. */
    Varargs leave(Varargs values) {
        return body.leave(values);
    }

    @Override
    public int type() {
        return TTHREAD;
    }

    @Override
    public String typename() {
        return "thread";
    }

    @Override
    public String tojstring() {
        return "thread: " + Raising.address(this);
    }
}
