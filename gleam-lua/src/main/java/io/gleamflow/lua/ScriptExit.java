package io.gleamflow.lua;

/** A script called {@code os.exit}; an error, so that {@code pcall} does not catch it. */
public final class ScriptExit extends Error {

    private final int code;

    ScriptExit(int code) {
        super("the script called os.exit(" + code + ")", null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
