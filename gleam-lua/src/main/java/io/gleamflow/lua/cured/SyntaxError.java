package io.gleamflow.lua.cured;

import org.luaj.vm2.LuaError;

/** A text is not Lua. */
public final class SyntaxError extends LuaError {
    private final String chunk;
    private final int line;
    private final String problem;

    SyntaxError(String chunk, int line, String problem) {
        super(chunk + ":" + line + ": " + problem);
        this.chunk = chunk;
        this.line = line;
        this.problem = problem;
    }

    /** The name of the text, as messages show it. */
    public String chunk() {
        return chunk;
    }

    /** The line. */
    public int line() {
        return line;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
