package io.gleamflow.lua.cured;

import io.gleamflow.lua.text.ByteClass;
import io.gleamflow.lua.text.Numerals;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LexState;

/** The tokens of LuaJIT: names may have bytes beyond ASCII, numbers and strings are read as it reads them. */
public final class Lexical {
    private static final int END = -1;
    private static final int MAX_DECIMAL_DIGITS = 3;
    private static final int MAX_BYTE = 255;
    private static final int MAX_CODE_POINT = 0x10ffff;
    private static final String ESCAPES = "abfnrtv";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";

    private Lexical() {}

    /** Whether a character separates tokens. */
    public static boolean isSpace(LexState lexer, int c) {
        return ByteClass.isSpace(c);
    }

    /** Whether a name may begin with a character. */
    public static boolean isNameStart(LexState lexer, int c) {
        return ByteClass.isLetter(c) || c == '_' || c >= 0x80;
    }

    /** Whether a name may contain a character. */
    public static boolean isNamePart(LexState lexer, int c) {
        return isNameStart(lexer, c) || ByteClass.isDigit(c);
    }

    /** The bytes that characters were read from. */
    public static LuaString name(LexState lexer, char[] chars, int offset, int length) {
        return lexer.L.newTString(LuaString.valueOf(chars, offset, length));
    }

    /** The token being read, as text. */
    static String buffered(LexState lexer) {
        return text(lexer.buff, lexer.nbuff);
    }

    static String text(char[] chars, int length) {
        byte[] bytes = new String(chars, 0, length).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a number: everything that looks like one, to be refused as a whole when it is none. */
    public static void readNumeral(LexState lexer, LexState.SemInfo result) {
        int first = lexer.current;
        lexer.save_and_next();
        boolean hexadecimal = first == '0' && (lexer.current | 0x20) == 'x';
        int exponent = hexadecimal ? 'p' : 'e';
        int previous = first;
        while (isNamePart(lexer, lexer.current)
                || lexer.current == '.'
                || (lexer.current == '+' || lexer.current == '-') && (previous | 0x20) == exponent) {
            previous = lexer.current;
            lexer.save_and_next();
        }
        byte[] bytes = new String(lexer.buff, 0, lexer.nbuff).getBytes(StandardCharsets.ISO_8859_1);
        double number = Numerals.read(bytes, 0, bytes.length);
        if (Numerals.isNone(number)) {
            lexer.lexerror("malformed number", LexState.TK_NUMBER);
        }
        result.r = LuaValue.valueOf(number);
    }

    /** Reads a string in quotes. */
    public static void readString(LexState lexer, int quote, LexState.SemInfo result) {
        lexer.save_and_next();
        while (lexer.current != quote) {
            switch (lexer.current) {
                case END -> lexer.lexerror("unfinished string", LexState.TK_EOS);
                case '\n', '\r' -> lexer.lexerror("unfinished string", LexState.TK_STRING);
                case '\\' -> readEscape(lexer);
                default -> lexer.save_and_next();
            }
        }
        lexer.save_and_next();
        result.ts = lexer.L.newTString(LuaString.valueOf(lexer.buff, 1, lexer.nbuff - 2));
    }

    private static void readEscape(LexState lexer) {
        lexer.nextChar();
        int c = lexer.current;
        int known = c == END ? -1 : ESCAPES.indexOf(c);
        if (known >= 0) {
            lexer.save(ESCAPED.charAt(known));
            lexer.nextChar();
        } else if (c == '\n' || c == '\r') {
            lexer.save('\n');
            lexer.inclinenumber();
        } else if (c == '\\' || c == '"' || c == '\'') {
            lexer.save_and_next();
        } else if (c == 'z') {
            lexer.nextChar();
            skipSpaces(lexer);
        } else if (c == 'x') {
            lexer.nextChar();
            int high = hexDigit(lexer);
            lexer.save(high * 16 + hexDigit(lexer));
        } else if (c == 'u') {
            lexer.nextChar();
            readCodePoint(lexer);
        } else if (ByteClass.isDigit(c)) {
            readDecimal(lexer);
        } else if (c != END) {
            wrongEscape(lexer);
        }
    }

    private static void wrongEscape(LexState lexer) {
        lexer.lexerror("invalid escape sequence", LexState.TK_STRING);
    }

    private static void skipSpaces(LexState lexer) {
        while (ByteClass.isSpace(lexer.current)) {
            if (lexer.currIsNewline()) {
                lexer.inclinenumber();
            } else {
                lexer.nextChar();
            }
        }
    }

    private static int hexDigit(LexState lexer) {
        if (!ByteClass.isHexDigit(lexer.current)) {
            wrongEscape(lexer);
        }
        int digit = Character.digit(lexer.current, 16);
        lexer.nextChar();
        return digit;
    }

    private static void readDecimal(LexState lexer) {
        int value = 0;
        for (int i = 0; i < MAX_DECIMAL_DIGITS && ByteClass.isDigit(lexer.current); i++) {
            value = value * 10 + lexer.current - '0';
            lexer.nextChar();
        }
        if (value > MAX_BYTE) {
            wrongEscape(lexer);
        }
        lexer.save(value);
    }

    private static void readCodePoint(LexState lexer) {
        if (lexer.current != '{') {
            wrongEscape(lexer);
        }
        lexer.nextChar();
        int point = 0;
        do {
            point = point * 16 + hexDigit(lexer);
            if (point > MAX_CODE_POINT) {
                wrongEscape(lexer);
            }
        } while (lexer.current != '}');
        lexer.nextChar();
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            wrongEscape(lexer);
        }
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            lexer.save(b & 0xff);
        }
    }

    /** Reads a string or, when there is nowhere to put it, a comment in long brackets with {@code level} equals signs. */
    public static void readLongString(LexState lexer, LexState.@Nullable SemInfo result, int level) {
        lexer.save_and_next();
        if (lexer.currIsNewline()) {
            lexer.inclinenumber();
        }
        boolean open = true;
        while (open) {
            if (lexer.current == END) {
                lexer.lexerror(result == null ? "unfinished long comment" : "unfinished long string", LexState.TK_EOS);
            } else if (lexer.current == ']') {
                if (lexer.skip_sep() == level) {
                    lexer.save_and_next();
                    open = false;
                }
            } else if (lexer.currIsNewline()) {
                lexer.save('\n');
                lexer.inclinenumber();
            } else {
                lexer.save_and_next();
            }
            if (result == null) {
                lexer.nbuff = 0;
            }
        }
        if (result != null) {
            int bracket = 2 + level;
            result.ts = lexer.L.newTString(LuaString.valueOf(lexer.buff, bracket, lexer.nbuff - 2 * bracket));
        }
    }
}
