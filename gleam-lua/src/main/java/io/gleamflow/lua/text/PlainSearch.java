package io.gleamflow.lua.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/**
 * Looks for a string in another, at eight places at a time: only where both the first and the last byte are right are those
 * between compared. Zeros in a word are found as in Warren, Hacker's Delight, section 6-1.
 */
public final class PlainSearch {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private PlainSearch() {}

    /** Where the text first stands in the string, from {@code from} on, counted from 0; or -1. */
    public static int indexOf(LuaString in, LuaString text, int from) {
        int length = text.m_length;
        if (length == 0) {
            return from;
        }
        byte[] b = in.m_bytes;
        long first = (text.m_bytes[text.m_offset] & 0xffL) * ONES;
        long last = (text.m_bytes[text.m_offset + length - 1] & 0xffL) * ONES;
        int at = in.m_offset + from;
        int end = in.m_offset + in.m_length - length;
        for (; at + Long.BYTES - 1 <= end; at += Long.BYTES) {
            long wrong = (long) WORDS.get(b, at) ^ first | (long) WORDS.get(b, at + length - 1) ^ last;
            // the lowest is one, those above it may not be
            long zeros = wrong - ONES & ~wrong & HIGHS;
            while (zeros != 0) {
                int place = at + (Long.numberOfTrailingZeros(zeros) >>> 3);
                if (isAt(b, place, text)) {
                    return place - in.m_offset;
                }
                zeros &= zeros - 1;
            }
        }
        for (; at <= end; at++) {
            if (isAt(b, at, text)) {
                return at - in.m_offset;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] b, int at, LuaString text) {
        return b[at] == text.m_bytes[text.m_offset]
                && Arrays.equals(b, at, at + text.m_length, text.m_bytes, text.m_offset, text.m_offset + text.m_length);
    }
}
