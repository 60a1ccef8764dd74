package io.gleamflow.lua;

import java.util.Arrays;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Matches Lua patterns against bytes, as the reference manual 5.1 (section 5.4.1) describes them, with {@code %f} as
 * LuaJIT has it. One object serves one subject and pattern; positions count from 0 in the arrays.
 */
final class PatternMatch {

    private static final int MAX_CAPTURES = 32;
    private static final int OPEN = -1;
    private static final int POSITION = -2;
    private static final int NO_MATCH = -1;

    /** Deeper recursion than any sensible pattern needs; the thread's stack is larger. */
    private static final int MAX_DEPTH = 20_000;

    /** Attempts at single items; a pattern that needs more explores exponentially many ways to match. */
    private static final long MAX_STEPS = 1L << 32;

    private final byte[] subject;
    private final int start;
    private final int end;
    private final byte[] pattern;
    private final int patternEnd;
    private final int[] captureStart = new int[MAX_CAPTURES];
    private final int[] captureLength = new int[MAX_CAPTURES];
    private int captures;
    private int depth;
    private long steps;

    PatternMatch(LuaString subject, LuaString pattern) {
        this.subject = subject.m_bytes;
        this.start = subject.m_offset;
        this.end = subject.m_offset + subject.m_length;
        this.pattern = pattern.m_bytes;
        this.patternEnd = pattern.m_offset + pattern.m_length;
    }

    /** Where a match of the pattern from {@code p} on ends that starts at {@code s}, or -1. Forgets earlier captures. */
    int from(int s, int p) {
        captures = 0;
        depth = 0;
        return match(s, p);
    }

    private int match(int from, int patternFrom) {
        if (++depth > MAX_DEPTH) {
            throw new LuaError("pattern too complex");
        }
        int s = from;
        int p = patternFrom;
        try {
            while (p < patternEnd) {
                int c = pattern[p];
                if (c == '(') {
                    return p + 1 < patternEnd && pattern[p + 1] == ')'
                            ? open(s, p + 2, POSITION)
                            : open(s, p + 1, OPEN);
                } else if (c == ')') {
                    return close(s, p + 1);
                } else if (c == '$' && p + 1 == patternEnd) {
                    return s == end ? s : NO_MATCH;
                } else if (c == '%' && p + 1 < patternEnd && special(pattern[p + 1])) {
                    s = special(s, p);
                    if (s == NO_MATCH) {
                        return NO_MATCH;
                    }
                    p = pattern[p + 1] == 'b' ? p + 4 : pattern[p + 1] == 'f' ? itemEnd(p + 2) : p + 2;
                } else {
                    int next = itemEnd(p);
                    int repeat = next < patternEnd ? pattern[next] : 0;
                    if (repeat == '*' || repeat == '+') {
                        return longest(s, p, next, repeat == '+' ? 1 : 0);
                    } else if (repeat == '-') {
                        return shortest(s, p, next);
                    } else if (repeat == '?') {
                        if (single(s, p, next)) {
                            int matched = match(s + 1, next + 1);
                            if (matched != NO_MATCH) {
                                return matched;
                            }
                        }
                        p = next + 1;
                    } else if (single(s, p, next)) {
                        s++;
                        p = next;
                    } else {
                        return NO_MATCH;
                    }
                }
            }
            return s;
        } finally {
            depth--;
        }
    }

    private static boolean special(int c) {
        return c == 'b' || c == 'f' || c >= '0' && c <= '9';
    }

    /** Matches {@code %b}, {@code %f} or a back reference at {@code p}; the new position in the subject, or -1. */
    private int special(int s, int p) {
        int kind = pattern[p + 1];
        if (kind == 'b') {
            return balanced(s, p + 2);
        } else if (kind == 'f') {
            return frontier(s, p + 2);
        }
        int index = kind - '1';
        if (index < 0 || index >= captures || captureLength[index] == OPEN) {
            throw new LuaError("invalid capture index");
        }
        int length = Math.max(0, captureLength[index]);
        int from = captureStart[index];
        boolean same = end - s >= length && Arrays.equals(subject, from, from + length, subject, s, s + length);
        return same ? s + length : NO_MATCH;
    }

    private int balanced(int s, int p) {
        if (p + 1 >= patternEnd) {
            throw new LuaError("unbalanced pattern");
        }
        if (s >= end || subject[s] != pattern[p]) {
            return NO_MATCH;
        }
        int open = 1;
        for (int at = s + 1; at < end; at++) {
            if (subject[at] == pattern[p + 1]) {
                if (--open == 0) {
                    return at + 1;
                }
            } else if (subject[at] == pattern[p]) {
                open++;
            }
        }
        return NO_MATCH;
    }

    private int frontier(int s, int p) {
        if (p >= patternEnd || pattern[p] != '[') {
            throw new LuaError("missing '[' after '%f' in pattern");
        }
        int setEnd = itemEnd(p);
        int before = s == start ? 0 : subject[s - 1] & 0xff;
        int here = s == end ? 0 : subject[s] & 0xff;
        return !inSet(before, p, setEnd) && inSet(here, p, setEnd) ? s : NO_MATCH;
    }

    private int open(int s, int p, int what) {
        if (captures >= MAX_CAPTURES) {
            throw new LuaError("too many captures");
        }
        captureStart[captures] = s;
        captureLength[captures++] = what;
        int matched = match(s, p);
        if (matched == NO_MATCH) {
            captures--;
        }
        return matched;
    }

    private int close(int s, int p) {
        int last = captures - 1;
        while (last >= 0 && captureLength[last] != OPEN) {
            last--;
        }
        if (last < 0) {
            throw new LuaError("invalid pattern capture");
        }
        captureLength[last] = s - captureStart[last];
        int matched = match(s, p);
        if (matched == NO_MATCH) {
            captureLength[last] = OPEN;
        }
        return matched;
    }

    private int longest(int s, int p, int next, int least) {
        int count = 0;
        while (single(s + count, p, next)) {
            count++;
        }
        for (; count >= least; count--) {
            int matched = match(s + count, next + 1);
            if (matched != NO_MATCH) {
                return matched;
            }
        }
        return NO_MATCH;
    }

    private int shortest(int from, int p, int next) {
        int s = from;
        while (true) {
            int matched = match(s, next + 1);
            if (matched != NO_MATCH) {
                return matched;
            } else if (single(s, p, next)) {
                s++;
            } else {
                return NO_MATCH;
            }
        }
    }

    /** Whether the item in {@code [p, next)} matches the byte at {@code s}. */
    private boolean single(int s, int p, int next) {
        if (++steps > MAX_STEPS) {
            throw new LuaError("pattern takes too long: it can match in too many ways");
        }
        return s < end && item(subject[s] & 0xff, p, next);
    }

    private boolean item(int c, int p, int next) {
        return switch (pattern[p]) {
            case '.' -> true;
            case '%' -> Classes.contains(pattern[p + 1] & 0xff, c);
            case '[' -> inSet(c, p, next);
            default -> (pattern[p] & 0xff) == c;
        };
    }

    /** Whether a byte is in the set that stands in {@code [p, setEnd)}, brackets included. */
    private boolean inSet(int c, int p, int setEnd) {
        int at = p + 1;
        boolean negated = pattern[at] == '^';
        if (negated) {
            at++;
        }
        int last = setEnd - 1;
        while (at < last) {
            int first = pattern[at] & 0xff;
            if (first == '%' && at + 1 < last) {
                if (Classes.contains(pattern[at + 1] & 0xff, c)) {
                    return !negated;
                }
                at += 2;
            } else if (at + 2 < last && pattern[at + 1] == '-') {
                if (first <= c && c <= (pattern[at + 2] & 0xff)) {
                    return !negated;
                }
                at += 3;
            } else {
                if (first == c) {
                    return !negated;
                }
                at++;
            }
        }
        return negated;
    }

    /** Where the item that starts at {@code p} ends, before any repetition. */
    private int itemEnd(int p) {
        if (pattern[p] == '%') {
            if (p + 1 >= patternEnd) {
                throw new LuaError("malformed pattern (ends with '%')");
            }
            return p + 2;
        }
        if (pattern[p] != '[') {
            return p + 1;
        }
        int at = p + 1;
        if (at < patternEnd && pattern[at] == '^') {
            at++;
        }
        // a bracket that comes first stands for itself
        do {
            if (at >= patternEnd) {
                throw new LuaError("malformed pattern (missing ']')");
            }
            if (pattern[at++] == '%') {
                if (at >= patternEnd) {
                    throw new LuaError("malformed pattern (ends with '%')");
                }
                at++;
            }
        } while (at >= patternEnd || pattern[at] != ']');
        return at + 1;
    }

    int captures() {
        return captures;
    }

    /** A capture by its index from 0; without captures, index 0 is the whole match. */
    LuaValue capture(int index, int matchStart, int matchEnd) {
        if (index >= captures) {
            if (index != 0) {
                throw new LuaError("invalid capture index");
            }
            return LuaString.valueOf(subject, matchStart, matchEnd - matchStart);
        }
        int length = captureLength[index];
        if (length == POSITION) {
            return LuaValue.valueOf(captureStart[index] - start + 1);
        }
        if (length == OPEN) {
            throw new LuaError("unfinished capture");
        }
        return LuaString.valueOf(subject, captureStart[index], length);
    }

    /** All captures, or the whole match when the pattern has none. */
    LuaValue[] values(int matchStart, int matchEnd) {
        LuaValue[] values = new LuaValue[Math.max(1, captures)];
        for (int i = 0; i < values.length; i++) {
            values[i] = capture(i, matchStart, matchEnd);
        }
        return values;
    }

    /** The bytes that the item at the start of the pattern matches, and nothing else: for patterns of one item. */
    static boolean[] members(LuaString pattern, int itemStart, int itemEnd) {
        PatternMatch match = new PatternMatch(LuaString.valueOf(""), pattern);
        boolean[] members = new boolean[256];
        for (int c = 0; c < members.length; c++) {
            members[c] = match.item(c, itemStart, itemEnd);
        }
        return members;
    }

    /** Where the first item of the pattern ends. */
    static int firstItemEnd(LuaString pattern) {
        return new PatternMatch(LuaString.valueOf(""), pattern).itemEnd(pattern.m_offset);
    }
}
