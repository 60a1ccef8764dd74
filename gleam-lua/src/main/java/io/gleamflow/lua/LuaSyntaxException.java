package io.gleamflow.lua;

/** A text is not Lua. The message is {@code chunk:line: problem}. Immutable. */
public final class LuaSyntaxException extends Exception {
    private final String chunkName;
    private final int line;
    private final String problem;

    LuaSyntaxException(String chunkName, int line, String problem) {
        super(chunkName + ":" + line + ": " + problem);
        this.chunkName = chunkName;
        this.line = line;
        this.problem = problem;
    }

    /** What the text was called when it was loaded. */
    public String chunkName() {
        return chunkName;
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
