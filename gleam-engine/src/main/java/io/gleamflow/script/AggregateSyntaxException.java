package io.gleamflow.script;

/** An aggregate that is none, and where it stands in its text. */
public final class AggregateSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final String hint;
    private final int line;
    private final int column;

    AggregateSyntaxException(String message, String hint, LuaTokens.Token at) {
        super(message);
        this.hint = hint;
        this.line = at.line();
        this.column = at.column();
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }

    /** In the text, from 1. */
    public int line() {
        return line;
    }

    /** In the text, from 1, in characters. */
    public int column() {
        return column;
    }
}
