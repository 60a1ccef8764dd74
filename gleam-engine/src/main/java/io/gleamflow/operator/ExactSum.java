package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.math.BigInteger;

/**
 * A sum of integers and doubles without any rounding until it is asked for, so that it does not depend on the order or
 * the grouping of the addends.
 *
 * <p>The idea is that of Neal, "Fast exact summation using small and large superaccumulators" (2015): a fixed-point
 * number of digits of 32 bits, each in a long of its own, so that carries wait until some 2^30 numbers have been added.
 * Unlike there, only the digits that are used are kept. Integers are added up in a long as long as they fit.
 */
final class ExactSum {

    private static final int DIGIT = 32;
    private static final long MASK = 0xffffffffL;

    /** The digit of 1; the smallest double has its bits in digit 0. */
    private static final int ONE = 34;

    /** Whole numbers of so many bits are exact in a double. */
    private static final int PRECISION = 53;

    private static final int MOST_PENDING = 1 << 29;

    private static final int REAL = 1;
    private static final int NOT_A_NUMBER = 2;
    private static final int POSITIVE = 4;
    private static final int NEGATIVE = 8;
    private static final int SPECIAL = NOT_A_NUMBER | POSITIVE | NEGATIVE;

    private long integers;
    private int flags;
    private long[] digits = new long[0];
    private int lowest;
    private int pending;

    void clear() {
        integers = 0;
        flags = 0;
        digits = new long[0];
        pending = 0;
    }

    void add(long v) {
        long sum = integers + v;
        if (((integers ^ sum) & (v ^ sum)) < 0) {
            moveIntegers();
            sum = v;
        }
        integers = sum;
    }

    /** Adds an integer from 0 to 2^64-1. */
    void addUnsigned(long bits) {
        addMagnitude(bits, ONE * DIGIT, false);
    }

    void add(double v) {
        flags |= REAL;
        if (Double.isNaN(v)) {
            flags |= NOT_A_NUMBER;
        } else if (Double.isInfinite(v)) {
            flags |= v > 0 ? POSITIVE : NEGATIVE;
        } else if (v != 0) {
            long bits = Double.doubleToRawLongBits(v);
            long fraction = bits & (1L << 52) - 1;
            int exponent = (int) (bits >>> 52) & 0x7ff;
            long magnitude = exponent == 0 ? fraction : fraction | 1L << 52;
            addMagnitude(magnitude, ONE * DIGIT - 1075 + Math.max(1, exponent), v < 0);
        }
    }

    private void moveIntegers() {
        if (integers != 0) {
            // for the smallest long the magnitude is right when taken as unsigned
            addMagnitude(Math.abs(integers), ONE * DIGIT, integers < 0);
            integers = 0;
        }
    }

    /** Adds an unsigned number, shifted to the left from the lowest bit of digit 0. */
    private void addMagnitude(long magnitude, int shift, boolean negative) {
        int digit = shift / DIGIT;
        int rest = shift % DIGIT;
        makeRoom(digit, digit + 2);
        long low = magnitude << rest & MASK;
        long middle = magnitude >>> DIGIT - rest & MASK;
        long high = rest == 0 ? 0 : magnitude >>> 2 * DIGIT - rest;
        int at = digit - lowest;
        digits[at] += negative ? -low : low;
        digits[at + 1] += negative ? -middle : middle;
        digits[at + 2] += negative ? -high : high;
        count();
    }

    private void count() {
        if (++pending >= MOST_PENDING) {
            carry();
        }
    }

    private void makeRoom(int first, int last) {
        if (digits.length > 0 && first >= lowest && last < lowest + digits.length) {
            return;
        }
        int from = digits.length == 0 ? first : Math.min(first, lowest);
        int to = digits.length == 0 ? last : Math.max(last, lowest + digits.length - 1);
        long[] wider = new long[to - from + 1];
        System.arraycopy(digits, 0, wider, digits.length == 0 ? 0 : lowest - from, digits.length);
        digits = wider;
        lowest = from;
    }

    /** Brings all digits but the highest into 0 .. 2^32-1, and that one into the range of an int. */
    private void carry() {
        pending = 0;
        for (int i = 0; i < digits.length; i++) {
            boolean highest = i == digits.length - 1;
            if (highest && digits[i] == (int) digits[i]) {
                break;
            }
            if (highest) {
                makeRoom(lowest, lowest + digits.length);
            }
            digits[i + 1] += digits[i] >> DIGIT;
            digits[i] &= MASK;
        }
    }

    /** All digits as one number, which counts {@code 2^exponent()}. */
    private BigInteger total() {
        moveIntegers();
        carry();
        byte[] bytes = new byte[Math.max(1, digits.length * 4)];
        for (int i = 0; i < digits.length; i++) {
            BigEndian.putInt(bytes, bytes.length - 4 * (i + 1), (int) digits[i]);
        }
        return new BigInteger(bytes);
    }

    private int exponent() {
        return (lowest - ONE) * DIGIT;
    }

    private double special() {
        boolean infinite = (flags & SPECIAL) == POSITIVE || (flags & SPECIAL) == NEGATIVE;
        return !infinite ? Double.NaN : (flags & POSITIVE) != 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Writes the sum: an integer when all addends were and it fits 64 bits, else the nearest double. */
    void writeSum(ValueWriter out) {
        if ((flags & SPECIAL) != 0) {
            out.number(special());
        } else if (digits.length == 0) {
            if ((flags & REAL) == 0) {
                out.integer(integers);
            } else {
                out.number((double) integers);
            }
        } else {
            BigInteger total = total();
            BigInteger whole = (flags & REAL) == 0 ? total.shiftLeft(exponent()) : null;
            if (whole != null && whole.bitLength() < Long.SIZE) {
                out.integer(whole.longValue());
            } else if (whole != null && whole.bitLength() == Long.SIZE && whole.signum() > 0) {
                out.bigUnsigned(whole.longValue());
            } else {
                out.number(NearestDouble.of(total, BigInteger.ONE, exponent()));
            }
        }
    }

    /** Writes the double nearest to the sum divided by a count above 0. */
    void writeAverage(long count, ValueWriter out) {
        if ((flags & SPECIAL) != 0) {
            out.number(special());
        } else if (digits.length == 0 && Math.abs(integers) >>> PRECISION == 0 && count >>> PRECISION == 0) {
            out.number((double) integers / count);
        } else {
            BigInteger total = total();
            out.number(NearestDouble.of(total, BigInteger.valueOf(count), digits.length == 0 ? 0 : exponent()));
        }
    }

    /** Bytes of the digits. */
    int memory() {
        return digits.length * Long.BYTES;
    }

    /** Appends the state, to be merged into another sum. */
    void writeState(Bytes out) {
        carry();
        out.put(flags);
        out.putLong(integers);
        out.put(lowest);
        for (long digit : digits) {
            out.putInt((int) digit);
        }
    }

    /** Adds a sum whose state was written. */
    void merge(byte[] b, int start, int end) {
        flags |= b[start];
        add(BigEndian.getLong(b, start + 1));
        int count = (end - start - 10) / 4;
        if (count > 0) {
            int from = b[start + 9];
            makeRoom(from, from + count - 1);
            for (int i = 0; i < count; i++) {
                int digit = BigEndian.getInt(b, start + 10 + 4 * i);
                digits[from - lowest + i] += i == count - 1 ? digit : digit & MASK;
            }
            count();
        }
    }
}
