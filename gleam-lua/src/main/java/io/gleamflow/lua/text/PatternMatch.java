package io.gleamflow.lua.text;

import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.text.LuaPattern.Node;
import io.gleamflow.lua.text.LuaPattern.Op;
import java.util.Arrays;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Matches a pattern against a string by trying, as Lua does. Positions are indices of the string's array. For one thread.
 *
 * <p>A pattern that tries more than a quarter of a billion steps on one search is given up with an error, since it would not end.
 */
public final class PatternMatch {
    /** What says that there is no match. */
    public static final int NONE = -1;

    private static final int UNCLOSED = -1;
    private static final int POSITION = -2;
    private static final long MOST_STEPS = 1L << 28;

    private final Node[] nodes;
    private final LuaPattern pattern;
    private final byte[] subject;
    private final int start;
    private final int end;
    private final int[] captureStart;
    private final int[] captureLength;
    private long steps;
    private int matchStart;

    /** A match to be tried. */
    public PatternMatch(LuaPattern pattern, LuaString subject) {
        this.pattern = pattern;
        this.nodes = pattern.nodes();
        this.subject = subject.m_bytes;
        this.start = subject.m_offset;
        this.end = subject.m_offset + subject.m_length;
        this.captureStart = new int[pattern.captures()];
        this.captureLength = new int[pattern.captures()];
    }

    /** Finds the first match that begins at {@code from} or later; its end, or {@link #NONE}. */
    public int find(int from) {
        if (pattern.isAnchored()) {
            return at(from);
        }
        boolean[] first = pattern.first();
        for (int s = from; s <= end; s++) {
            if (first != null) {
                while (s < end && !first[subject[s] & 0xff]) {
                    s++;
                }
                if (s == end) {
                    return NONE;
                }
            }
            int matched = at(s);
            if (matched != NONE) {
                return matched;
            }
        }
        return NONE;
    }

    /** The end of the match that begins at {@code from}, or {@link #NONE}. */
    public int at(int from) {
        matchStart = from;
        return match(from, 0);
    }

    /** Where the match begins. */
    public int matchStart() {
        return matchStart;
    }

    private int match(int from, int fromNode) {
        int s = from;
        int n = fromNode;
        if (++steps > MOST_STEPS) {
            throw new LibraryError("pattern too complex: more than " + MOST_STEPS + " steps");
        }
        while (true) {
            Node node = nodes[n];
            switch (node.op()) {
                case MATCH -> {
                    return s;
                }
                case BYTE -> {
                    if (s == end || subject[s] != node.number()) {
                        return NONE;
                    }
                    s++;
                }
                case SET -> {
                    if (s == end || !node.has(subject[s])) {
                        return NONE;
                    }
                    s++;
                }
                case GREEDY -> {
                    return greedy(s, n, node);
                }
                case LAZY -> {
                    return lazy(s, n, node);
                }
                case OPTIONAL -> {
                    if (s < end && node.has(subject[s])) {
                        int matched = match(s + 1, n + 1);
                        if (matched != NONE) {
                            return matched;
                        }
                    }
                }
                case OPEN -> {
                    captureStart[node.number()] = s;
                    captureLength[node.number()] = UNCLOSED;
                }
                case POSITION -> {
                    captureStart[node.number()] = s;
                    captureLength[node.number()] = POSITION;
                }
                case CLOSE -> captureLength[node.number()] = s - captureStart[node.number()];
                case BACK -> {
                    s = back(s, node.number());
                }
                case BALANCE -> s = balance(s, node.number() >> 8, node.number() & 0xff);
                case FRONTIER -> {
                    boolean before = node.has(s == start ? 0 : subject[s - 1]);
                    if (before || !node.has(s == end ? 0 : subject[s])) {
                        return NONE;
                    }
                }
                case END -> {
                    if (s != end) {
                        return NONE;
                    }
                }
                case FAULT -> throw new LibraryError(node.fault());
            }
            if (s == NONE) {
                return NONE;
            }
            n++;
        }
    }

    private int greedy(int from, int n, Node node) {
        int s = from;
        while (s < end && node.has(subject[s])) {
            s++;
        }
        steps += s - from;
        Node next = nodes[n + 1];
        int least = from + node.number();
        for (; s >= least; s--) {
            if (next.op() == Op.BYTE && (s == end || subject[s] != next.number())) {
                continue;
            }
            // a later capture may have been written by the try before: captures are written anew on the way
            int matched = match(s, n + 1);
            if (matched != NONE) {
                return matched;
            }
        }
        return NONE;
    }

    private int lazy(int from, int n, Node node) {
        Node next = nodes[n + 1];
        if (next.op() == Op.CLOSE) {
            next = nodes[n + 2];
        }
        for (int s = from; ; s++) {
            if (next.op() == Op.BYTE) {
                int begin = s;
                while (s < end && subject[s] != next.number() && node.has(subject[s])) {
                    s++;
                }
                steps += s - begin;
                if (s == end) {
                    return NONE;
                }
            }
            int matched = match(s, n + 1);
            if (matched != NONE) {
                return matched;
            }
            if (s == end || !node.has(subject[s])) {
                return NONE;
            }
        }
    }

    private int back(int s, int capture) {
        int length = captureLength[capture];
        int from = captureStart[capture];
        // a position is no text that could come again
        boolean same =
                length >= 0 && end - s >= length && Arrays.equals(subject, from, from + length, subject, s, s + length);
        return same ? s + length : NONE;
    }

    private int balance(int s, int opening, int closing) {
        if (s == end || (subject[s] & 0xff) != opening) {
            return NONE;
        }
        int depth = 1;
        for (int at = s + 1; at < end; at++) {
            int c = subject[at] & 0xff;
            if (c == closing) {
                if (--depth == 0) {
                    steps += at - s;
                    return at + 1;
                }
            } else if (c == opening) {
                depth++;
            }
        }
        steps += end - s;
        return NONE;
    }

    /** How many captures the pattern has. */
    public int captures() {
        return captureStart.length;
    }

    /** A capture from 0; when the pattern has none, 0 is the whole match, which ends at {@code matchEnd}. */
    public LuaValue capture(int index, int matchEnd) {
        if (index >= captureStart.length) {
            if (index != 0) {
                throw new LibraryError("invalid capture index");
            }
            return LuaString.valueOf(subject, matchStart, matchEnd - matchStart);
        }
        int length = captureLength[index];
        if (length == POSITION) {
            return LuaValue.valueOf(captureStart[index] - start + 1);
        }
        if (length == UNCLOSED) {
            throw new LibraryError("unfinished capture");
        }
        return LuaString.valueOf(subject, captureStart[index], length);
    }
}
