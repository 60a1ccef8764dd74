package io.gleamflow.lua;

/** A text is not Lua. */
public final class LuaSyntaxException extends Exception {

    private final int line;
    private final String problem;

    LuaSyntaxException(String chunkName, int line, String problem) {
        super(chunkName + ":" + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** The line, counted as the chunk was loaded; 0 when it is not known. */
    public int line() {
        return line;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
