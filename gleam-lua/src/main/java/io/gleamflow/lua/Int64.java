package io.gleamflow.lua;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * A whole number of 64 bits that a Lua number could not hold exactly. It passes through, compares with numbers and its like
 * by value, and has an exact {@code tostring}; arithmetic refuses it.
 */
public final class Int64 extends LuaUserdata {

    private static final long EXACT = 1L << 53;

    private final long bits;
    private final boolean unsigned;

    private Int64(long bits, boolean unsigned) {
        super(value(bits, unsigned));
        this.bits = bits;
        this.unsigned = unsigned;
    }

    private static BigInteger value(long bits, boolean unsigned) {
        return unsigned ? new BigInteger(Long.toUnsignedString(bits)) : BigInteger.valueOf(bits);
    }

    /** A plain number when it holds the value exactly, that is, up to 2^53 either way. */
    public static LuaValue of(long v) {
        return v >= -EXACT && v <= EXACT ? LuaValue.valueOf((double) v) : new Int64(v, false);
    }

    /** The number from 2^63 to 2^64-1 that has these bits. */
    public static LuaValue ofUnsigned(long bits) {
        return new Int64(bits, bits < 0);
    }

    public long bits() {
        return bits;
    }

    /** Whether the bits stand for a number of 2^63 or more. */
    public boolean isUnsigned() {
        return unsigned;
    }

    private int compare(double other) {
        if (Double.isNaN(other)) {
            return 2;
        }
        if (Double.isInfinite(other)) {
            return other > 0 ? -1 : 1;
        }
        return new BigDecimal((BigInteger) m_instance).compareTo(new BigDecimal(other));
    }

    private int compareValue(LuaValue other) {
        if (other instanceof Int64 big) {
            return ((BigInteger) m_instance).compareTo((BigInteger) big.m_instance);
        }
        return compare(other.checkdouble());
    }

    @Override
    public boolean raweq(LuaValue other) {
        return other instanceof Int64 big ? m_instance.equals(big.m_instance) : other.raweq(this);
    }

    @Override
    public boolean eq_b(LuaValue other) {
        return other instanceof Int64 || other.isnumber() ? compareValue(other) == 0 : false;
    }

    @Override
    public boolean raweq(double other) {
        return compare(other) == 0;
    }

    @Override
    public boolean lt_b(LuaValue other) {
        return compareValue(other) == -1;
    }

    @Override
    public boolean lteq_b(LuaValue other) {
        int order = compareValue(other);
        return order == -1 || order == 0;
    }

    @Override
    public LuaValue lt(LuaValue other) {
        return LuaValue.valueOf(lt_b(other));
    }

    @Override
    public LuaValue lteq(LuaValue other) {
        return LuaValue.valueOf(lteq_b(other));
    }

    // a number on the left asks the right operand in turn
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
    public LuaValue gt(int other) {
        return LuaValue.valueOf(gt_b(other));
    }

    @Override
    public LuaValue gt(double other) {
        return LuaValue.valueOf(gt_b(other));
    }

    @Override
    public LuaValue gteq(int other) {
        return LuaValue.valueOf(gteq_b(other));
    }

    @Override
    public LuaValue gteq(double other) {
        return LuaValue.valueOf(gteq_b(other));
    }

    @Override
    public String tojstring() {
        return m_instance.toString();
    }

    @Override
    public LuaValue tostring() {
        return LuaString.valueOf(tojstring());
    }
}
