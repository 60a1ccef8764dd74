package io.gleamflow.lua.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The digits of {@code %e}, {@code %f}, {@code %g} and {@code %a} of C, of numbers that are neither negative nor infinite nor NaN.
 *
 * <p>Ties are rounded up, as LuaJIT does and C does not. Exact, by {@link BigDecimal}, except for the numbers most programs print: scaled by an exact power of ten, they lie so far from
 * a tie that the rounding of the scaling cannot matter.
 */
public final class FloatText {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** Below this, a product has at least five bits behind the point. */
    private static final double SCALED = 1L << 48;

    private static final double MARGIN = 1.0 / 16;
    private static final int LEAST_EXPONENT = -4;

    private FloatText() {}

    /** {@code %.Nf}. */
    public static String fixed(double v, int precision) {
        long scaled = precision < POWERS.length ? rounded(v * POWERS[precision]) : -1;
        if (scaled < 0) {
            return new BigDecimal(v).setScale(precision, RoundingMode.HALF_UP).toPlainString();
        }
        if (precision == 0) {
            return Long.toString(scaled);
        }
        String digits = Long.toString(scaled);
        StringBuilder text = new StringBuilder(digits.length() + 2);
        text.append("0".repeat(Math.max(0, precision + 1 - digits.length()))).append(digits);
        return text.insert(text.length() - precision, '.').toString();
    }

    /** {@code %.Ne}. */
    public static String exponential(double v, int precision) {
        Decimal decimal = Decimal.of(v, precision + 1);
        return decimal.exponential(decimal.digits);
    }

    /** {@code %.Ng}, or {@code %#.Ng}, which keeps trailing zeros. */
    public static String general(double v, int precision, boolean alternate) {
        int significant = Math.max(1, precision);
        Decimal decimal = Decimal.of(v, significant);
        String digits = alternate ? decimal.digits : withoutTrailingZeros(decimal.digits);
        return decimal.exponent < LEAST_EXPONENT || decimal.exponent >= significant
                ? withPoint(decimal.exponential(digits), alternate)
                : decimal.plain(digits, alternate);
    }

    private static String withPoint(String text, boolean alternate) {
        return alternate && text.indexOf('.') < 0 ? text.replace("e", ".e") : text;
    }

    /** {@code %a}, or {@code %.Na} when the precision is not negative. */
    public static String hexadecimal(double v, int precision) {
        if (v == 0) {
            return "0x0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "p+0";
        }
        boolean small = v < Double.MIN_NORMAL;
        double normal = small ? v * 0x1p54 : v;
        int exponent = Math.getExponent(normal) - (small ? 54 : 0);
        long bits = Double.doubleToRawLongBits(normal) & (1L << 52) - 1 | 1L << 52;
        String fraction;
        if (precision < 0 || precision >= 13) {
            fraction = String.format("%013x", bits & (1L << 52) - 1);
            fraction = precision < 0
                    ? withoutTrailingZeros("1" + fraction).substring(1)
                    : fraction + "0".repeat(precision - 13);
        } else {
            int dropped = 52 - 4 * precision;
            BigDecimal scaled = new BigDecimal(bits).divide(new BigDecimal(1L << dropped));
            bits = scaled.setScale(0, RoundingMode.HALF_UP).longValueExact() << dropped;
            fraction = precision == 0
                    ? ""
                    : String.format("%013x", bits & (1L << 52) - 1).substring(0, precision);
        }
        String sign = exponent < 0 ? "" : "+";
        return "0x" + (bits >>> 52) + (fraction.isEmpty() ? "" : "." + fraction) + "p" + sign + exponent;
    }

    /** The nearest whole number, or -1 when that is not sure. */
    private static long rounded(double scaled) {
        if (!(scaled < SCALED)) {
            return -1;
        }
        long floor = (long) scaled;
        double rest = scaled - floor;
        if (Math.abs(rest - 0.5) < MARGIN) {
            return -1;
        }
        return rest > 0.5 ? floor + 1 : floor;
    }

    private static String withoutTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** Significant digits and the exponent of the first. */
    private record Decimal(String digits, int exponent) {

        static Decimal of(double v, int significant) {
            if (v == 0) {
                return new Decimal("0".repeat(significant), 0);
            }
            Decimal quick = significant <= 14 ? quick(v, significant) : null;
            if (quick != null) {
                return quick;
            }
            BigDecimal exact = new BigDecimal(v).round(new MathContext(significant, RoundingMode.HALF_UP));
            String digits = exact.unscaledValue().toString();
            int exponent = digits.length() - 1 - exact.scale();
            return new Decimal(
                    digits.length() < significant ? digits + "0".repeat(significant - digits.length()) : digits,
                    exponent);
        }

        private static @Nullable Decimal quick(double v, int significant) {
            int exponent = (int) Math.floor(Math.log10(v));
            int scale = significant - 1 - exponent;
            if (Math.abs(scale) >= POWERS.length) {
                return null;
            }
            long scaled = rounded(scale >= 0 ? v * POWERS[scale] : v / POWERS[-scale]);
            String digits = Long.toString(scaled);
            // the logarithm may be off by one, and rounding may add a digit
            return scaled < 0 || digits.length() != significant ? null : new Decimal(digits, exponent);
        }

        String exponential(String shown) {
            StringBuilder text = new StringBuilder(shown.length() + 6).append(shown.charAt(0));
            if (shown.length() > 1) {
                text.append('.').append(shown, 1, shown.length());
            }
            text.append(exponent < 0 ? "e-" : "e+");
            int magnitude = Math.abs(exponent);
            return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
        }

        String plain(String shown, boolean alternate) {
            if (exponent < 0) {
                return "0." + "0".repeat(-exponent - 1) + shown;
            }
            if (shown.length() <= exponent + 1) {
                return shown + "0".repeat(exponent + 1 - shown.length()) + (alternate ? "." : "");
            }
            return shown.substring(0, exponent + 1) + "." + shown.substring(exponent + 1);
        }
    }
}
