package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** An instruction of a Lua function that was being run when an error passed. */
public final class CallSite {
    private final Prototype function;
    private final int pc;
    private @Nullable LuaClosure closure;
    private LuaValue @Nullable [] registers;

    CallSite(LuaClosure closure, int pc, LuaValue[] registers) {
        this.function = closure.p;
        this.pc = pc;
        this.closure = closure;
        this.registers = registers;
    }

    /** The name of the text, as messages show it. */
    public String chunk() {
        return ChunkName.shown(function.source.tojstring());
    }

    /** The line in the text, or 0. */
    public int line() {
        return pc >= 0 && pc < function.lineinfo.length ? function.lineinfo[pc] : 0;
    }

    /** The line on which the function begins, 0 for a whole text. */
    public int firstLineOfFunction() {
        return function.linedefined;
    }

    /** The Lua function, or null when its frame is gone. */
    public @Nullable LuaClosure closure() {
        return closure;
    }

    Prototype function() {
        return function;
    }

    int pc() {
        return pc;
    }

    int instruction() {
        return function.code[pc];
    }

    /** The value in a register, or null when it is not to be had any more. */
    @Nullable
    LuaValue register(int index) {
        return registers == null ? null : registers[index];
    }

    @Nullable
    LuaValue upvalue(int index) {
        return closure == null ? null : closure.upValues[index].getValue();
    }

    void forget() {
        closure = null;
        registers = null;
    }
}
