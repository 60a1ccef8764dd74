package io.gleamflow.lua;

/** A text is not Lua. The message is {@code chunk:line: problem}. Immutable. */
public final class LuaSyntaxException extends Exception {
    private final int line;
    private final String problem;

    LuaSyntaxException(String chunkName, int line, String problem) {
        super(chunkName + ":" + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** The line, counted as the text was loaded. */
    public int line() {
        return line;
    }

    /** What is wrong as LuaJIT says it, without the place. */
    public String problem() {
        return problem;
    }
}
