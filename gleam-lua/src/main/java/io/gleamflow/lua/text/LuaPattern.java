package io.gleamflow.lua.text;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/**
 * A pattern taken apart (manual 5.1, section 5.4.1, and {@code %f}). A malformed pattern complains when the matching reaches the
 * fault, as in Lua. Immutable, for any thread.
 */
public final class LuaPattern {

    /** What a node does. */
    enum Op {
        /** The end: a match. */
        MATCH,
        /** One byte. */
        BYTE,
        /** One byte of a set. */
        SET,
        /** As many bytes of a set as possible. */
        GREEDY,
        /** As few bytes of a set as possible. */
        LAZY,
        /** One byte of a set, or none. */
        OPTIONAL,
        /** A capture begins. */
        OPEN,
        /** A capture of the position. */
        POSITION,
        /** A capture ends. */
        CLOSE,
        /** {@code %1}. */
        BACK,
        /** {@code %bxy}. */
        BALANCE,
        /** {@code %f[set]}. */
        FRONTIER,
        /** The end of the subject. */
        END,
        /** The pattern is malformed here. */
        FAULT
    }

    /**
     * One item. Nodes stand in the order of the pattern.
     *
     * @param number the byte; the least number of repetitions; the capture; or two bytes of {@code %b}
     */
    record Node(Op op, boolean[] set, int number, String fault) {

        boolean has(byte b) {
            return set[b & 0xff];
        }
    }

    private final Node[] nodes;
    private final boolean anchored;
    private final int captures;
    private final boolean plain;
    private final boolean @Nullable [] first;
    private final boolean @Nullable [] run;

    private LuaPattern(PatternCompiler compiled) {
        this.nodes = compiled.nodes();
        this.anchored = compiled.isAnchored();
        this.captures = compiled.captures();
        this.plain = compiled.isPlain();
        this.first = first(nodes);
        this.run = run(nodes);
    }

    /** Takes a pattern apart, with a {@code ^} that anchors it. */
    public static LuaPattern of(LuaString pattern) {
        return new LuaPattern(new PatternCompiler(pattern, true));
    }

    /** Takes a pattern apart in which {@code ^} is not special, as gmatch has it. */
    public static LuaPattern unanchored(LuaString pattern) {
        return new LuaPattern(new PatternCompiler(pattern, false));
    }

    /** The bytes a match must begin with; null when that cannot be said. */
    private static boolean @Nullable [] first(Node[] nodes) {
        int at = 0;
        while (nodes[at].op == Op.OPEN || nodes[at].op == Op.POSITION) {
            at++;
        }
        Node node = nodes[at];
        return switch (node.op) {
            case BYTE, SET -> node.set;
            case GREEDY -> node.number > 0 ? node.set : null;
            case MATCH, LAZY, OPTIONAL, OPEN, POSITION, CLOSE, BACK, BALANCE, FRONTIER, END, FAULT -> null;
        };
    }

    /** The set of a pattern that is nothing but {@code set+}, perhaps in one capture. */
    private static boolean @Nullable [] run(Node[] nodes) {
        boolean captured = nodes.length == 4 && nodes[0].op == Op.OPEN && nodes[2].op == Op.CLOSE;
        if (!captured && nodes.length != 2) {
            return null;
        }
        Node node = nodes[captured ? 1 : 0];
        return node.op == Op.GREEDY && node.number == 1 && nodes[nodes.length - 1].op == Op.MATCH ? node.set : null;
    }

    Node[] nodes() {
        return nodes;
    }

    /** Whether it matches only where the search begins. */
    public boolean isAnchored() {
        return anchored;
    }

    /** How many captures it has. */
    public int captures() {
        return captures;
    }

    /** Whether it has nothing special in it, so that it matches its own text. */
    public boolean isPlain() {
        return plain;
    }

    /** The bytes a match begins with, by value; null when that cannot be said. */
    public boolean @Nullable [] first() {
        return first;
    }

    /** The bytes that a match is a longest run of, when this is the whole match and the only capture; otherwise null. */
    public boolean @Nullable [] run() {
        return anchored ? null : run;
    }
}
