package io.gleamflow.lua.text;

import io.gleamflow.lua.text.LuaPattern.Node;
import io.gleamflow.lua.text.LuaPattern.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaString;

/** Reads a pattern from left to right and makes a node of each item. */
final class PatternCompiler {
    private static final int MAX_CAPTURES = 32;
    /** A pattern without these is text; a closing bracket alone is. */
    private static final String SPECIALS = "^$*+?.([%-";

    private static final boolean[] NO_SET = new boolean[0];

    /** The pattern is malformed; the rest is not looked at. */
    private static final class Malformed extends Exception {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private final byte[] pattern;
    private final int end;
    private final boolean anchored;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final boolean[] closed = new boolean[MAX_CAPTURES];
    private int captures;
    private final boolean plain;
    private int at;

    PatternCompiler(LuaString text, boolean anchors) {
        this.pattern = text.m_bytes;
        this.at = text.m_offset;
        this.end = text.m_offset + text.m_length;
        this.plain = SPECIALS.chars().noneMatch(special -> text.indexOf((byte) special, 0) >= 0);
        this.anchored = anchors && at < end && pattern[at] == '^';
        if (anchored) {
            at++;
        }
        try {
            while (at < end) {
                item();
            }
            add(Op.MATCH, NO_SET, 0);
        } catch (Malformed e) {
            nodes.add(new Node(Op.FAULT, NO_SET, 0, String.valueOf(e.getMessage())));
        }
    }

    Node[] nodes() {
        return nodes.toArray(Node[]::new);
    }

    boolean isAnchored() {
        return anchored;
    }

    int captures() {
        return captures;
    }

    boolean isPlain() {
        return plain;
    }

    private void add(Op op, boolean[] set, int number) {
        nodes.add(new Node(op, set, number, ""));
    }

    private void item() throws Malformed {
        switch (pattern[at]) {
            case '(' -> open();
            case ')' -> close();
            case '$' -> {
                if (at + 1 == end) {
                    at++;
                    add(Op.END, NO_SET, 0);
                } else {
                    single();
                }
            }
            case '%' -> escape();
            default -> single();
        }
    }

    private void open() throws Malformed {
        at++;
        boolean position = at < end && pattern[at] == ')';
        if (captures == MAX_CAPTURES) {
            throw new Malformed("too many captures");
        }
        add(position ? Op.POSITION : Op.OPEN, NO_SET, captures);
        if (position) {
            at++;
            closed[captures] = true;
        } else {
            open.add(captures);
        }
        captures++;
    }

    private void close() throws Malformed {
        at++;
        if (open.isEmpty()) {
            throw new Malformed("invalid pattern capture");
        }
        int capture = open.remove(open.size() - 1);
        closed[capture] = true;
        add(Op.CLOSE, NO_SET, capture);
    }

    private void escape() throws Malformed {
        int next = at + 1 < end ? pattern[at + 1] : 0;
        if (next == 'b') {
            if (at + 3 >= end) {
                throw new Malformed("unbalanced pattern");
            }
            add(Op.BALANCE, NO_SET, (pattern[at + 2] & 0xff) << 8 | pattern[at + 3] & 0xff);
            at += 4;
        } else if (next == 'f') {
            at += 2;
            if (at >= end || pattern[at] != '[') {
                throw new Malformed("missing '[' after '%f' in pattern");
            }
            add(Op.FRONTIER, set(), 0);
        } else if (ByteClass.isDigit(next)) {
            int capture = next - '1';
            if (capture < 0 || capture >= captures || !closed[capture]) {
                throw new Malformed("invalid capture index");
            }
            add(Op.BACK, NO_SET, capture);
            at += 2;
        } else {
            single();
        }
    }

    private void single() throws Malformed {
        boolean literal = pattern[at] != '[' && pattern[at] != '.' && pattern[at] != '%';
        int b = pattern[at];
        boolean[] set = set();
        int repetition = at < end ? pattern[at] : 0;
        switch (repetition) {
            case '*' -> add(Op.GREEDY, set, 0);
            case '+' -> add(Op.GREEDY, set, 1);
            case '-' -> add(Op.LAZY, set, 0);
            case '?' -> add(Op.OPTIONAL, set, 0);
            default -> {
                add(literal ? Op.BYTE : Op.SET, set, b);
                return;
            }
        }
        at++;
    }

    /** The bytes that the item at hand stands for. */
    private boolean[] set() throws Malformed {
        boolean[] set = new boolean[256];
        int c = pattern[at++] & 0xff;
        switch (c) {
            case '.' -> Arrays.fill(set, true);
            case '%' -> {
                if (at == end) {
                    throw new Malformed("malformed pattern (ends with '%')");
                }
                addClass(set, pattern[at++] & 0xff);
            }
            case '[' -> bracket(set);
            default -> set[c] = true;
        }
        return set;
    }

    private static void addClass(boolean[] set, int letter) {
        for (int c = 0; c < set.length; c++) {
            set[c] |= ByteClass.matches(letter, c);
        }
    }

    private void bracket(boolean[] set) throws Malformed {
        boolean negated = at < end && pattern[at] == '^';
        if (negated) {
            at++;
        }
        int bracket = closingBracket();
        while (at < bracket) {
            int c = pattern[at++] & 0xff;
            if (c == '%') {
                addClass(set, pattern[at++] & 0xff);
            } else if (at + 1 < bracket && pattern[at] == '-') {
                for (int in = c; in <= (pattern[at + 1] & 0xff); in++) {
                    set[in] = true;
                }
                // what ends a range is never the beginning of an escape
                at += 2;
            } else {
                set[c] = true;
            }
        }
        at = bracket + 1;
        for (int c = 0; negated && c < set.length; c++) {
            set[c] = !set[c];
        }
    }

    /** Where the set ends. A bracket that comes first stands for itself, and so does one behind a percent sign. */
    private int closingBracket() throws Malformed {
        int p = at;
        do {
            if (p < end && pattern[p] == '%') {
                p++;
            }
            if (++p >= end) {
                throw new Malformed("malformed pattern (missing ']')");
            }
        } while (pattern[p] != ']');
        return p;
    }
}
