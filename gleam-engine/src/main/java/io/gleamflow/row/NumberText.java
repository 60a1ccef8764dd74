package io.gleamflow.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as sinks write them: integral ones up to 2^53 in full, others with the fewest digits that read back as the same
 * double. Own code because {@code Double.toString} gives other digits before JDK 19.
 */
public final class NumberText {

    private static final double FULL = 1L << 53;
    private static final int MAX_DIGITS = 17;
    private static final int FIXED_BELOW = 16;
    private static final int FIXED_FROM = -5;

    private NumberText() {}

    /** {@code inf}, {@code -inf} and {@code nan} are written so; {@code 1e+20} and {@code 1.5e-07} have an exponent. */
    public static String of(double v) {
        long whole = (long) v;
        if (whole == v && Math.abs(v) <= FULL) {
            return whole == 0 && 1 / v < 0 ? "-0" : Long.toString(whole);
        }
        if (Double.isNaN(v)) {
            return "nan";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "inf" : "-inf";
        }
        String few = fewDecimals(v);
        return few != null ? few : written(shortest(v));
    }

    /** Most numbers people write have at most six decimals; t and the power are exact, so t/power reads back as v. */
    private static @Nullable String fewDecimals(double v) {
        long power = 1;
        for (int decimals = 1; decimals <= 6; decimals++) {
            power *= 10;
            double t = v * power;
            if (Math.abs(t) >= 1e15) {
                return null;
            }
            long digits = (long) t;
            if (digits == t && (double) digits / power == v && Math.abs(v) >= 1e-4) {
                // 9.95 * 100 is no whole number, but 9.95 * 1000 is
                return BigDecimal.valueOf(digits, decimals).stripTrailingZeros().toPlainString();
            }
        }
        return null;
    }

    private static BigDecimal shortest(double v) {
        BigDecimal exact = new BigDecimal(v);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == v) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String written(BigDecimal v) {
        String digits = v.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - v.scale();
        if (exponent > FIXED_FROM && exponent < FIXED_BELOW) {
            return v.stripTrailingZeros().toPlainString();
        }
        String mantissa = digits.replaceFirst("0+$", "");
        return (v.signum() < 0 ? "-" : "")
                + mantissa.charAt(0)
                + (mantissa.length() > 1 ? "." + mantissa.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
