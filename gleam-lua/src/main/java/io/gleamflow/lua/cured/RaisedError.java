package io.gleamflow.lua.cured;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What {@code error} throws: any value, a string with a place before it. */
public final class RaisedError extends ScriptError {
    private final transient LuaValue raised;
    private final boolean hasLevel;

    /** An error with a value; {@code level} matters only for strings. */
    public RaisedError(LuaValue raised, int level) {
        super(raised.isstring() ? level : 0);
        this.raised = raised;
        this.hasLevel = level > 0;
    }

    /** The value as it was given to {@code error}. */
    public LuaValue raised() {
        return raised;
    }

    @Override
    protected String problem(@Nullable CallSite site) {
        if (raised.isstring()) {
            return raised.tojstring();
        }
        return raised.isnil() ? "nil" : "(error object is a " + raised.typename() + " value)";
    }

    @Override
    protected LuaValue found() {
        CallSite place = place();
        if (place == null || !raised.isstring()) {
            return hasLevel && raised.isnumber() ? raised.strvalue() : raised;
        }
        // bytes, since a message need not be UTF-8
        byte[] before = (place.chunk() + ":" + place.line() + ": ").getBytes(StandardCharsets.UTF_8);
        LuaString text = raised.strvalue();
        byte[] all = new byte[before.length + text.m_length];
        System.arraycopy(before, 0, all, 0, before.length);
        text.copyInto(0, all, before.length, text.m_length);
        return LuaString.valueUsing(all);
    }
}
