package io.gleamflow.lua.cured;

import io.gleamflow.lua.text.Numerals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/**
 * Strings as bytes: LuaJ compares them signed, reads few numbers in them, hashes all when they are made, long ones by a sample, and
 * looks each short one up in a cache.
 */
public final class Strings {
    private static final int PART = 1024;
    private static final int PRIME = 31;
    private static final int PRIME_2 = PRIME * PRIME;
    private static final int PRIME_3 = PRIME * PRIME_2;
    private static final int PRIME_4 = PRIME * PRIME_3;

    private Strings() {}

    /** The order of unsigned bytes, which is also the engine's. */
    public static int compare(LuaString left, LuaString right) {
        return Arrays.compareUnsigned(
                left.m_bytes,
                left.m_offset,
                left.m_offset + left.m_length,
                right.m_bytes,
                right.m_offset,
                right.m_offset + right.m_length);
    }

    /** The number a string stands for, or {@link Numerals#NONE}, which is a NaN. */
    public static double number(LuaString text) {
        return Numerals.read(text.m_bytes, text.m_offset, text.m_length);
    }

    /** The string as UTF-8, whatever is not being replaced. */
    public static String decoded(LuaString text) {
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }

    /** A Java string as UTF-8. */
    public static LuaString encoded(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A string of bytes of its own. */
    public static LuaString copied(byte[] bytes, int offset, int length) {
        return new LuaString(Arrays.copyOfRange(bytes, offset, offset + length), 0, length);
    }

    /** A string in an array that nobody changes. */
    public static LuaString shared(byte[] bytes, int offset, int length) {
        return new LuaString(bytes, offset, length);
    }

    /** Whether two strings are the same bytes. */
    @SuppressWarnings("ReferenceEquality") // keys in a text are the same object each time
    public static boolean equal(LuaString left, LuaString right) {
        if (left == right) {
            return true;
        }
        int length = left.m_length;
        if (length != right.m_length) {
            return false;
        }
        int a = left.m_hashcode;
        int b = right.m_hashcode;
        return (a == b || a == 0 || b == 0)
                && Arrays.equals(
                        left.m_bytes,
                        left.m_offset,
                        left.m_offset + length,
                        right.m_bytes,
                        right.m_offset,
                        right.m_offset + length);
    }

    /** The hash of a string, made when it is first asked for; one that is 0 is made each time. */
    public static int hashOf(LuaString text) {
        int hash = text.m_hashcode;
        if (hash == 0) {
            hash = hash(text.m_bytes, text.m_offset, text.m_length);
            text.m_hashcode = hash;
        }
        return hash;
    }

    /** A hash of all bytes; of texts, which strings of over two kilobytes are, and seldom keys, the beginning and the end. */
    public static int hash(byte[] bytes, int offset, int length) {
        if (length <= 2 * PART) {
            return mixed(polynomial(bytes, offset, length, length));
        }
        int beginning = polynomial(bytes, offset, PART, length);
        return mixed(polynomial(bytes, offset + length - PART, PART, beginning));
    }

    private static int mixed(int hash) {
        return hash ^ hash >>> 15;
    }

    private static int polynomial(byte[] bytes, int offset, int length, int start) {
        int hash = start;
        int at = offset;
        int end = offset + length;
        for (; at + 4 <= end; at += 4) {
            hash = hash * PRIME_4
                    + bytes[at] * PRIME_3
                    + bytes[at + 1] * PRIME_2
                    + bytes[at + 2] * PRIME
                    + bytes[at + 3];
        }
        for (; at < end; at++) {
            hash = hash * PRIME + bytes[at];
        }
        return hash;
    }
}
