package io.gleamflow.testing;

import io.gleamflow.row.Value;

/** Values as a table for people has them. */
final class Shown {

    private Shown() {}

    /** Nothing is {@code nil}; a text that would be taken for something else is in quotes. */
    static String value(Value value, int widest) {
        if (value instanceof Value.Nil) {
            return "nil";
        } else if (value instanceof Value.Str text) {
            String shown = text.toString();
            boolean plain = !shown.isBlank() && shown.equals(shown.strip()) && !shown.equals("nil");
            return cut(harmless(plain ? shown : '"' + shown + '"'), widest);
        }
        return cut(harmless(CellMatch.json(value)), widest);
    }

    static String cut(String text, int widest) {
        int characters = text.codePointCount(0, text.length());
        return characters <= widest ? text : text.substring(0, text.offsetByCodePoints(0, widest)) + "…";
    }

    /** On one line, and without what would make a terminal do things. */
    static String harmless(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    int type = Character.getType(c);
                    boolean odd = type == Character.CONTROL
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR;
                    out.append(odd ? String.format("\\u%04x", c) : Character.toString(c));
                }
            }
        });
        return out.toString();
    }
}
