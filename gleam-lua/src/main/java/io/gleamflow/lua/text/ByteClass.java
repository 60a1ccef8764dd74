package io.gleamflow.lua.text;

/** Character classes over bytes, as the C locale has them: only ASCII has letters. Bytes may be given signed. */
public final class ByteClass {
    private ByteClass() {}

    /** {@code %a}. */
    public static boolean isLetter(int c) {
        return isLower(c) || isUpper(c);
    }

    /** {@code %l}. */
    public static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    /** {@code %u}. */
    public static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    /** {@code %d}. */
    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** {@code %s}. */
    public static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** {@code %x}. */
    public static boolean isHexDigit(int c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** {@code %p}. */
    static boolean isPunctuation(int c) {
        return isGraphic(c) && !isLetter(c) && !isDigit(c);
    }

    /** {@code %g}. */
    static boolean isGraphic(int c) {
        return c > ' ' && c < 127;
    }

    /** {@code %c}; a negative byte is none. */
    static boolean isControl(int c) {
        return c >= 0 && c < ' ' || c == 127;
    }

    /** Whether a byte, from 0 to 255, is in the class of a letter in a pattern; what is no such letter stands for itself. */
    static boolean matches(int letter, int c) {
        boolean in;
        switch (letter | 0x20) {
            case 'a' -> in = isLetter(c);
            case 'c' -> in = isControl(c);
            case 'd' -> in = isDigit(c);
            case 'g' -> in = isGraphic(c);
            case 'l' -> in = isLower(c);
            case 'p' -> in = isPunctuation(c);
            case 's' -> in = isSpace(c);
            case 'u' -> in = isUpper(c);
            case 'w' -> in = isLetter(c) || isDigit(c);
            case 'x' -> in = isHexDigit(c);
            case 'z' -> in = c == 0;
            default -> {
                return letter == c;
            }
        }
        return isLetter(letter) ? isUpper(letter) != in : letter == c;
    }
}
