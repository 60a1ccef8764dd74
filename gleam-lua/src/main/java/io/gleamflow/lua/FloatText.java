package io.gleamflow.lua;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as C's {@code %e}, {@code %f} and {@code %g} write them, without sign and padding. The exact value is rounded,
 * and a tie goes away from zero, as in LuaJIT.
 */
final class FloatText {

    private FloatText() {}

    /** {@code %g}: so many significant digits, trailing zeros dropped unless {@code alternate}. */
    static String general(double v, int precision, boolean alternate) {
        int digits = Math.max(1, precision);
        BigDecimal rounded = new BigDecimal(v).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - 1 - rounded.scale();
        if (exponent < -4 || exponent >= digits) {
            String text = scientific(rounded, digits - 1);
            return alternate ? text : withoutZeros(text);
        }
        String text = rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_UP)
                .toPlainString();
        return alternate ? text : withoutZeros(text);
    }

    /** {@code %f}. */
    static String fixed(double v, int precision) {
        return new BigDecimal(v).setScale(precision, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code %e}. */
    static String exponential(double v, int precision) {
        return scientific(
                new BigDecimal(v).round(new MathContext(precision + 1, RoundingMode.HALF_UP)), precision);
    }

    private static String scientific(BigDecimal v, int decimals) {
        StringBuilder digits = new StringBuilder(v.unscaledValue().toString());
        int exponent = v.signum() == 0 ? 0 : digits.length() - 1 - v.scale();
        while (digits.length() <= decimals) {
            digits.append('0');
        }
        digits.setLength(decimals + 1);
        if (decimals > 0) {
            digits.insert(1, '.');
        }
        digits.append(exponent < 0 ? "e-" : "e+");
        if (Math.abs(exponent) < 10) {
            digits.append('0');
        }
        return digits.append(Math.abs(exponent)).toString();
    }

    private static String withoutZeros(String text) {
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        if (mantissa.indexOf('.') < 0) {
            return text;
        }
        int end = mantissa.length();
        while (mantissa.charAt(end - 1) == '0') {
            end--;
        }
        if (mantissa.charAt(end - 1) == '.') {
            end--;
        }
        return mantissa.substring(0, end) + (e < 0 ? "" : text.substring(e));
    }
}
