package io.gleamflow.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Lua text as a list of tokens, comments left out. Any text has tokens: what is no Lua is a symbol of one character, and a
 * string or comment that is not closed ends with the text.
 */
public final class LuaTokens {

    /** Longest first. */
    private static final List<String> SYMBOLS = List.of("...", "..", "==", "~=", "<=", ">=", "::");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private LuaTokens(String source) {
        this.source = source;
    }

    /** What a token is; keywords are names. */
    public enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL
    }

    /**
     * A token and where it starts.
     *
     * @param line from 1
     * @param column from 1, in characters
     */
    public record Token(Kind kind, String text, int line, int column) {

        public boolean isName(String name) {
            return kind == Kind.NAME && text.equals(name);
        }

        public boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    public static List<Token> of(String source) {
        LuaTokens lua = new LuaTokens(source);
        while (lua.skipBlanks()) {
            lua.token();
        }
        return lua.tokens;
    }

    /** Goes to the next token; false when there is none. */
    private boolean skipBlanks() {
        while (at < source.length()) {
            if (source.startsWith("--", at)) {
                at += 2;
                skipComment();
            } else if (Character.isWhitespace(source.charAt(at))) {
                advance();
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipComment() {
        int level = longBracket();
        if (level >= 0) {
            skipLong(level);
            return;
        }
        while (at < source.length() && source.charAt(at) != '\n') {
            at++;
        }
    }

    private void advance() {
        if (source.charAt(at++) == '\n') {
            line++;
            lineStart = at;
        }
    }

    private void token() {
        int start = at;
        int startLine = line;
        int column = at - lineStart + 1;
        Kind kind = scan(source.charAt(at));
        tokens.add(new Token(kind, source.substring(start, at), startLine, column));
    }

    private Kind scan(char c) {
        int level = longBracket();
        if (level >= 0) {
            skipLong(level);
            return Kind.STRING;
        } else if (c == '"' || c == '\'') {
            skipString(c);
            return Kind.STRING;
        } else if (isNameStart(c)) {
            while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(source.charAt(at)))) {
                at++;
            }
            return Kind.NAME;
        } else if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
            skipNumber();
            return Kind.NUMBER;
        }
        at += symbol(c);
        return Kind.SYMBOL;
    }

    /** How long the symbol is that starts here. */
    private int symbol(char c) {
        if (".=~<>:".indexOf(c) >= 0) {
            for (String symbol : SYMBOLS) {
                if (source.startsWith(symbol, at)) {
                    return symbol.length();
                }
            }
        }
        return 1;
    }

    /** Letters beyond ASCII are letters, as LuaJIT has it. */
    private static boolean isNameStart(char c) {
        return c >= 0x80 || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipNumber() {
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean sign = (c == '-' || c == '+') && "eEpP".indexOf(source.charAt(at - 1)) >= 0;
            if (!sign && !isDigit(c) && !isNameStart(c) && c != '.') {
                return;
            }
            at++;
        }
    }

    private void skipString(char quote) {
        advance();
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                advance();
            }
            advance();
        }
        if (at < source.length() && source.charAt(at) == quote) {
            at++;
        }
    }

    /** The level of a long bracket that opens here, such as 2 for {@code [==[}; -1 when none does. */
    private int longBracket() {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) == '=') {
            end++;
        }
        boolean opens = source.startsWith("[", at) && source.startsWith("[", end);
        return opens ? end - at - 1 : -1;
    }

    private void skipLong(int level) {
        String close = "]" + "=".repeat(level) + "]";
        int end = source.indexOf(close, at + level + 2);
        int stop = end < 0 ? source.length() : end + close.length();
        while (at < stop) {
            advance();
        }
    }
}
