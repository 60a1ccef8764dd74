package io.gleamflow.lua;

/** A script has called {@code os.exit}. An error, so that {@code pcall} lets it pass. Immutable. */
public final class ScriptExit extends Error {
    private final int code;

    /** An exit with a code. */
    public ScriptExit(int code) {
        super("the script called os.exit(" + code + ")", null, false, false);
        this.code = code;
    }

    /** The code given to {@code os.exit}, 0 when none was. */
    public int code() {
        return code;
    }
}
