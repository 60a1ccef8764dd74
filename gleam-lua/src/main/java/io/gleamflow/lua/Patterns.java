package io.gleamflow.lua;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/**
 * Knows which patterns have a shape that needs no matcher: one repeated item, as in {@code %w+} or {@code [^,]+}. Remembers
 * what it found out; belongs to one world.
 */
final class Patterns {

    private static final int REMEMBERED = 64;
    private static final String SPECIALS = "^$*+?.([%-";

    private final Map<LuaString, boolean[]> runs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LuaString, boolean[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final boolean[] NONE = new boolean[0];

    /** The bytes of which a match is a longest run, when the pattern is one item and a {@code +}; otherwise null. */
    boolean @Nullable [] run(LuaString pattern) {
        boolean[] known = runs.get(pattern);
        if (known == null) {
            known = find(pattern);
            runs.put(pattern, known);
        }
        return known == NONE ? null : known;
    }

    private static boolean[] find(LuaString pattern) {
        int length = pattern.m_length;
        byte[] b = pattern.m_bytes;
        int start = pattern.m_offset;
        if (length < 2 || b[start + length - 1] != '+' || "^()$".indexOf(b[start]) >= 0) {
            return NONE;
        }
        if (b[start] == '%' && "bf0123456789".indexOf(b[start + 1]) >= 0) {
            return NONE;
        }
        int end = PatternMatch.firstItemEnd(pattern);
        return end == start + length - 1 ? PatternMatch.members(pattern, start, end) : NONE;
    }

    /** Whether a pattern has nothing special in it, so that it matches itself only. */
    static boolean isPlain(LuaString pattern) {
        for (int i = 0; i < pattern.m_length; i++) {
            if (SPECIALS.indexOf(pattern.m_bytes[pattern.m_offset + i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The first place, from 0, at which {@code text} stands in {@code in} from {@code from} on, or -1. */
    static int indexOf(LuaString in, LuaString text, int from) {
        int last = in.m_length - text.m_length;
        if (text.m_length == 0) {
            return from <= in.m_length ? from : -1;
        }
        byte[] b = in.m_bytes;
        byte first = text.m_bytes[text.m_offset];
        for (int i = from; i <= last; i++) {
            int at = in.m_offset + i;
            if (b[at] == first
                    && Arrays.equals(
                            b,
                            at,
                            at + text.m_length,
                            text.m_bytes,
                            text.m_offset,
                            text.m_offset + text.m_length)) {
                return i;
            }
        }
        return -1;
    }
}
