package io.gleamflow.operator;

import java.math.BigInteger;

/** Rounds an exact number to the nearest double, to the even one when two are as near, as IEEE 754 does. */
final class NearestDouble {

    /** Bits kept before the last rounding, the lowest of which says whether anything was cut off. */
    private static final int BITS = 62;

    private static final int PRECISION = 53;

    private NearestDouble() {}

    /** The double nearest to {@code numerator / denominator * 2^exponent}; the denominator is positive. */
    static double of(BigInteger numerator, BigInteger denominator, int exponent) {
        if (numerator.signum() == 0) {
            return 0;
        }
        BigInteger magnitude = numerator.abs();
        int shift = Math.max(0, BITS + 2 - magnitude.bitLength() + denominator.bitLength());
        BigInteger[] quotient = magnitude.shiftLeft(shift).divideAndRemainder(denominator);
        int extra = quotient[0].bitLength() - BITS;
        boolean inexact = quotient[1].signum() != 0 || quotient[0].getLowestSetBit() < extra;
        long bits = quotient[0].shiftRight(extra).longValue() | (inexact ? 1 : 0);
        double rounded = rounded(bits, exponent - shift + extra);
        return numerator.signum() < 0 ? -rounded : rounded;
    }

    /** Rounds {@code bits * 2^exponent}, where bits has exactly {@link #BITS} bits. */
    private static double rounded(long bits, int exponent) {
        int top = exponent + BITS - 1;
        int precision = Math.min(PRECISION, PRECISION + top - Double.MIN_EXPONENT);
        if (precision < 0) {
            return 0;
        }
        int dropped = BITS - precision;
        long kept = bits >>> dropped;
        long rest = bits & (1L << dropped) - 1;
        long half = 1L << dropped - 1;
        if (rest > half || rest == half && (kept & 1) == 1) {
            kept++;
        }
        // kept has at most 53 bits, or is 2^53, and its last bit is no smaller than the smallest double
        return Math.scalb((double) kept, exponent + dropped);
    }
}
