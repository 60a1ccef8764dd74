package io.gleamflow.operator;

import io.gleamflow.flow.Conversion;
import io.gleamflow.row.JsonText;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a text becomes a value of some type. */
interface TextReading {

    /**
     * Writes the value of a text.
     *
     * @param text without white space around it, not empty
     * @return whether it is one; otherwise what has been written is of no use
     */
    boolean write(String text, ValueWriter out);

    /** What it should have been, as in {@code a number}. */
    String wanted();

    /**
     * The reading of a type other than text.
     *
     * @throws IllegalArgumentException for a pattern that is none
     */
    static TextReading of(Conversion conversion) {
        return switch (conversion.type()) {
            case TEXT -> throw new IllegalArgumentException("a text is a text");
            case INT -> new Plain("an int", Numbers::integer);
            case NUMBER -> new Plain("a number", Numbers::number);
            case BOOL ->
                new Plain("true or false", (text, out) -> {
                    out.bool(text.equals("true"));
                    return text.equals("true") || text.equals("false");
                });
            case DATE ->
                new Plain("a date like " + conversion.pattern().orElse(Moments.DATE), Moments.date(conversion));
            case TIMESTAMP ->
                new Plain(
                        "a timestamp like " + conversion.pattern().orElse(Moments.TIMESTAMP),
                        Moments.timestamp(conversion));
            case JSON -> new Plain("JSON", (text, out) -> JsonText.write(text.getBytes(StandardCharsets.UTF_8), out));
            case BYTES -> new Plain("bytes in hexadecimal digits", TextReading::hexadecimal);
        };
    }

    private static boolean hexadecimal(String digits, ValueWriter out) {
        try {
            byte[] bytes = HexFormat.of().parseHex(digits);
            out.string(bytes, 0, bytes.length);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The first half of a reading. */
    interface Write {
        boolean write(String text, ValueWriter out);
    }

    /** A reading of two halves. */
    record Plain(String wanted, Write half) implements TextReading {
        @Override
        public boolean write(String text, ValueWriter out) {
            return half.write(text, out);
        }
    }
}
