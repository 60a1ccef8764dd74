package io.gleamflow.operator;

import io.gleamflow.row.ValueWriter;

/** Numbers as data has them. */
final class Numbers {

    private Numbers() {}

    /** Writes a whole number of 64 bits; false when the text is none. */
    static boolean integer(String text, ValueWriter out) {
        if (!text.matches("[-+]?[0-9]+")) {
            return false;
        }
        try {
            out.integer(Long.parseLong(text));
            return true;
        } catch (NumberFormatException overflow) {
            return false;
        }
    }

    /** Writes any number; false when the text is none. Java reads hexadecimal floats, suffixes and "NaN" too; data does not. */
    static boolean number(String text, ValueWriter out) {
        if (text.matches("[-+]?[0-9]+")) {
            return integer(text, out);
        }
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
            return false;
        }
        out.number(Double.parseDouble(text));
        return true;
    }
}
