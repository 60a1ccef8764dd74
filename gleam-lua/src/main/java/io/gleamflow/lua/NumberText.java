package io.gleamflow.lua;

import io.gleamflow.lua.text.FloatText;
import java.nio.charset.StandardCharsets;

/** Numbers as {@code tostring} writes them: C's {@code %.14g}. */
public final class NumberText {
    private static final int DIGITS = 14;
    private static final long WHOLE = 100_000_000_000_000L;
    /** The longest is {@code -1.2345678901234e-308}. */
    public static final int LONGEST = 21;

    private NumberText() {}

    /** The text of a number; {@code nan}, {@code inf} and {@code -inf} have one too. */
    public static String of(double v) {
        long whole = (long) v;
        if (whole == v && whole < WHOLE && whole > -WHOLE) {
            return whole == 0 && 1 / v < 0 ? "-0" : Long.toString(whole);
        }
        if (Double.isNaN(v)) {
            return "nan";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "inf" : "-inf";
        }
        String text = FloatText.general(Math.abs(v), DIGITS, false);
        return v < 0 ? "-" + text : text;
    }

    /**
     * Writes the text of a number into a buffer with room for {@link #LONGEST} bytes.
     *
     * @return the number of bytes written
     */
    public static int write(double v, byte[] buffer, int offset) {
        byte[] text = of(v).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, buffer, offset, text.length);
        return text.length;
    }
}
