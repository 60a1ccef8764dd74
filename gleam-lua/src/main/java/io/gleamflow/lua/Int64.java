package io.gleamflow.lua;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.luaj.vm2.LuaDouble;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * A whole number of 64 bits that a Lua number cannot hold exactly. To a script it is a userdata that passes through, is equal by
 * value, also as the key of a table, has an order among numbers and its like, and an exact {@code tostring}. Arithmetic and
 * {@code ..} refuse it. Immutable.
 */
public final class Int64 extends LuaUserdata {
    /** What error messages call it. */
    public static final String DESCRIPTION = "64-bit integer beyond 2^53";

    private static final long EXACT = 1L << 53;
    private static final int UNORDERED = 2;

    private final long bits;
    private final boolean unsigned;

    private Int64(long bits, boolean unsigned) {
        super(bits);
        this.bits = bits;
        this.unsigned = unsigned;
    }

    /** The Lua value of an integer: a plain number from -2^53 to 2^53. */
    public static LuaValue of(long v) {
        return v >= -EXACT && v <= EXACT ? LuaValue.valueOf((double) v) : new Int64(v, false);
    }

    /** The Lua value of an integer from 0 to 2^64-1, given by its bits. */
    public static LuaValue ofUnsigned(long bits) {
        return bits < 0 ? new Int64(bits, true) : of(bits);
    }

    /** The bits. */
    public long bits() {
        return bits;
    }

    /** Whether the bits stand for a number of 2^63 or more. */
    public boolean isUnsigned() {
        return unsigned;
    }

    /** The nearest double. */
    public double nearest() {
        return unsigned ? new BigInteger(tojstring()).doubleValue() : bits;
    }

    private int compare(Int64 other) {
        return unsigned == other.unsigned ? Long.compare(bits, other.bits) : unsigned ? 1 : -1;
    }

    private int compare(double other) {
        if (Double.isNaN(other)) {
            return UNORDERED;
        }
        if (Math.abs(other) > 1e20) {
            return other > 0 ? -1 : 1;
        }
        return Integer.signum(new BigDecimal(tojstring()).compareTo(new BigDecimal(other)));
    }

    /** Minus one, zero or one; {@link #UNORDERED} for NaN. Anything but a number has no order with this: {@code super} says so. */
    private int order(LuaValue other) {
        return other instanceof Int64 big ? compare(big) : compare(((LuaNumber) other).todouble());
    }

    private static boolean isOrdered(LuaValue other) {
        return other instanceof Int64 || other instanceof LuaNumber;
    }

    @Override
    public boolean eq_b(LuaValue other) {
        return isOrdered(other) && order(other) == 0;
    }

    @Override
    public LuaValue eq(LuaValue other) {
        return valueOf(eq_b(other));
    }

    @Override
    public boolean raweq(LuaValue other) {
        return eq_b(other);
    }

    @Override
    public boolean raweq(LuaUserdata other) {
        return eq_b(other);
    }

    @Override
    public boolean raweq(double other) {
        return compare(other) == 0;
    }

    @Override
    public boolean raweq(int other) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Int64 big && compare(big) == 0;
    }

    /** That of the double which is equal, if there is one: the two are the same key of a table. */
    @Override
    public int hashCode() {
        double nearest = nearest();
        return compare(nearest) == 0 ? new LuaDouble(nearest).hashCode() : Long.hashCode(bits);
    }

    @Override
    public boolean lt_b(LuaValue other) {
        return isOrdered(other) ? order(other) == -1 : super.lt_b(other);
    }

    @Override
    public boolean lteq_b(LuaValue other) {
        return isOrdered(other) ? order(other) <= 0 : super.lteq_b(other);
    }

    @Override
    public LuaValue lt(LuaValue other) {
        return valueOf(lt_b(other));
    }

    @Override
    public LuaValue lteq(LuaValue other) {
        return valueOf(lteq_b(other));
    }

    // a number on the left asks the value on its right

    @Override
    public boolean gt_b(int other) {
        return compare(other) == 1;
    }

    @Override
    public boolean gt_b(double other) {
        return compare(other) == 1;
    }

    @Override
    public boolean gteq_b(int other) {
        return compare(other) >= 0;
    }

    @Override
    public boolean gteq_b(double other) {
        int order = compare(other);
        return order == 0 || order == 1;
    }

    @Override
    public String tojstring() {
        return unsigned ? Long.toUnsignedString(bits) : Long.toString(bits);
    }

    @Override
    public LuaValue tostring() {
        return LuaString.valueOf(tojstring());
    }
}
