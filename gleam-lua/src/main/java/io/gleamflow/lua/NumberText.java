package io.gleamflow.lua;

/** Numbers as Lua's {@code tostring} writes them: C's {@code %.14g}. */
public final class NumberText {

    private static final double FULL = 1e14;
    private static final int DIGITS = 14;

    private NumberText() {}

    public static String of(double v) {
        long whole = (long) v;
        if (whole == v && Math.abs(v) < FULL) {
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
}
