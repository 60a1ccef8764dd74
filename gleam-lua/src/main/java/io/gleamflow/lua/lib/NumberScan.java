package io.gleamflow.lua.lib;

import io.gleamflow.lua.text.ByteClass;
import io.gleamflow.lua.text.Bytes;
import io.gleamflow.lua.text.Numerals;
import java.io.IOException;

/** Reads a number from a file as C's {@code fscanf("%lf")} does: it takes what can be part of one, and never looks back. */
final class NumberScan {
    private static final int LOWER = 0x20;

    private final ByteFile from;
    private final Bytes text = new Bytes(32);

    private NumberScan(ByteFile from) {
        this.from = from;
    }

    /** The number, or {@link Numerals#NONE}. */
    static double read(ByteFile from) throws IOException {
        while (from.peek() != ByteFile.END && ByteClass.isSpace(from.peek())) {
            from.read();
        }
        return new NumberScan(from).read();
    }

    private double read() throws IOException {
        if (from.peek() == '-' || from.peek() == '+') {
            text.add(from.read());
        }
        int first = from.peek() | LOWER;
        if (first == 'i' || first == 'n') {
            return word(first == 'i' ? "inf" : "nan") ? longestPrefix() : Numerals.NONE;
        }
        boolean hexadecimal = false;
        boolean digits = false;
        if (from.peek() == '0') {
            text.add(from.read());
            digits = true;
            if ((from.peek() | LOWER) == 'x') {
                text.add(from.read());
                hexadecimal = true;
                digits = false;
            }
        }
        digits(hexadecimal, digits);
        boolean prefixOnly = hexadecimal && (text.array()[text.length() - 1] | LOWER) == 'x';
        return prefixOnly ? Numerals.NONE : longestPrefix();
    }

    private void digits(boolean hexadecimal, boolean before) throws IOException {
        char letter = hexadecimal ? 'p' : 'e';
        boolean digits = before;
        boolean point = false;
        boolean exponent = false;
        int last = 0;
        for (int c = from.peek(); c != ByteFile.END; c = from.peek()) {
            if (ByteClass.isDigit(c) || hexadecimal && !exponent && ByteClass.isHexDigit(c)) {
                digits = true;
            } else if ((c | LOWER) == letter && digits && !exponent) {
                exponent = true;
                point = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if (!(exponent && (last | LOWER) == letter && (c == '-' || c == '+'))) {
                return;
            }
            last = from.read();
            text.add(last);
        }
    }

    private boolean word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if ((from.peek() | LOWER) != word.charAt(i)) {
                return false;
            }
            text.add(from.read());
        }
        return !word.equals("inf") || (from.peek() | LOWER) != 'i' || word("inity");
    }

    /** What has been read may end in an exponent without digits. */
    private double longestPrefix() {
        for (int length = text.length(); length > 0; length--) {
            double number = Numerals.read(text.array(), 0, length);
            if (!Numerals.isNone(number)) {
                return number;
            }
        }
        return Numerals.NONE;
    }
}
