package io.gleamflow.lua.cured;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * An error a script can catch. While it passes through Lua functions it learns its place: the function that its level asks for, 1
 * being the first it passes. Not for use by several threads at once.
 */
public abstract class ScriptError extends LuaError {
    private static final int TRACED = 20;

    private final transient List<CallSite> trace = new ArrayList<>();
    private int levelsLeft;
    private boolean nameless;
    private transient @Nullable CallSite place;
    private transient @Nullable LuaValue value;

    /** An error that asks for the place of a level; 0 for none. */
    protected ScriptError(int level) {
        super("");
        this.levelsLeft = level;
    }

    /** What is wrong, without the place. {@code site} is where level 1 is known to be, or null. */
    protected abstract String problem(@Nullable CallSite site);

    /** The value a script sees; a string with its place in front unless the script has thrown something else. */
    protected LuaValue found() {
        return LuaString.valueOf(text());
    }

    /** Told when the function that has thrown this was called by another of the libraries, not by an instruction. */
    public final void leavesLibrary() {
        nameless |= trace.isEmpty();
    }

    /** Whether the instruction that is left first says nothing of the function that has thrown this. */
    final boolean isNameless() {
        return nameless;
    }

    /** Told by the interpreter for each Lua function this error leaves. */
    final void passes(CallSite site) {
        if (trace.size() < TRACED) {
            trace.add(site);
        }
        if (levelsLeft > 0 && --levelsLeft == 0) {
            place = site;
        }
        // the registers are the function's own again
        problem();
        site.forget();
    }

    private transient @Nullable String problem;

    /** What is wrong, without the place. */
    public final String problem() {
        String known = problem;
        if (known == null) {
            known = problem(trace.isEmpty() ? null : trace.get(0));
            problem = trace.isEmpty() ? null : known;
        }
        return known;
    }

    /** Where it happened, or null when no Lua function has been left. */
    public final @Nullable CallSite place() {
        return place;
    }

    /** The Lua functions left so far, innermost first; not more than twenty. */
    public final List<CallSite> trace() {
        return trace;
    }

    private String text() {
        return place == null ? problem() : place.chunk() + ":" + place.line() + ": " + problem();
    }

    /** The value that pcall returns. */
    public final LuaValue value() {
        LuaValue known = value;
        if (known == null) {
            known = found();
            value = place == null ? null : known;
        }
        return known;
    }

    @Override
    public final String getMessage() {
        return text();
    }
}
