package io.gleamflow.lua;

/** Lua's character classes over bytes, as in the C locale. */
final class Classes {

    private Classes() {}

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isControl(int c) {
        return c < ' ' || c == 127;
    }

    static boolean isPunctuation(int c) {
        return c > ' ' && c < 127 && !isLetter(c) && !isDigit(c);
    }

    static boolean isHexDigit(int c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /**
     * Whether a byte belongs to the class of a letter as in {@code %a}; an upper-case letter is the complement; any other
     * character stands for itself.
     */
    static boolean contains(int letter, int c) {
        boolean in;
        switch (letter | 0x20) {
            case 'a' -> in = isLetter(c);
            case 'c' -> in = isControl(c);
            case 'd' -> in = isDigit(c);
            case 'g' -> in = c > ' ' && c < 127;
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
        if (!isLetter(letter)) {
            return letter == c;
        }
        return isUpper(letter) != in;
    }
}
