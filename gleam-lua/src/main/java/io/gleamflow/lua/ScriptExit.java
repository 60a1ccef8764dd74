package io.gleamflow.lua;

/** A script has called {@code os.exit}. An error, so that {@code pcall} lets it pass. Learns its place as it passes. */
public final class ScriptExit extends Error {
    private final int code;
    private String chunkName = "";
    private int line;

    /** An exit with a code. */
    public ScriptExit(int code) {
        super("the script called os.exit(" + code + ")", null, false, false);
        this.code = code;
    }

    /** Told by the interpreter for each Lua function this leaves; the first of the user's is the place. */
    public void passes(String chunkName, int line) {
        if (this.line == 0 && !LuaFailure.isOfTheHost(chunkName)) {
            this.chunkName = chunkName;
            this.line = line;
        }
    }

    /** The text in which it was called; empty when not known. */
    public String chunkName() {
        return chunkName;
    }

    /** The line of the call, or 0. */
    public int line() {
        return line;
    }

    /** The code given to {@code os.exit}, 0 when none was. */
    public int code() {
        return code;
    }
}
