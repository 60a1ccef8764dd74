package io.gleamflow.lua.lib;

import io.gleamflow.lua.text.LuaPattern;
import io.gleamflow.lua.text.PatternMatch;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** The iterator that {@code gmatch} returns. */
final class Matches extends VarArgFunction {
    private final PatternMatch match;
    private final int end;
    private int at;

    private Matches(LuaString s, LuaPattern pattern) {
        this.match = new PatternMatch(pattern, s);
        this.at = s.m_offset;
        this.end = s.m_offset + s.m_length;
    }

    static LuaValue of(LuaString s, LuaPattern pattern) {
        boolean[] run = pattern.run();
        return run == null ? new Matches(s, pattern) : new Runs(s, run);
    }

    @Override
    public Varargs invoke(Varargs args) {
        if (at > end) {
            return LuaValue.NONE;
        }
        int matched = match.find(at);
        if (matched == PatternMatch.NONE) {
            at = end + 1;
            return LuaValue.NONE;
        }
        at = matched == match.matchStart() ? matched + 1 : matched;
        return PatternLibrary.captures(match, matched);
    }

    /** The same for the commonest patterns, such as {@code %w+}: no more than a loop over the bytes. */
    private static final class Runs extends VarArgFunction {
        private final byte[] bytes;
        private final boolean[] run;
        private final int end;
        private int at;

        Runs(LuaString s, boolean[] run) {
            this.bytes = s.m_bytes;
            this.run = run;
            this.at = s.m_offset;
            this.end = s.m_offset + s.m_length;
        }

        @Override
        public LuaValue call() {
            byte[] b = bytes;
            boolean[] in = run;
            int start = at;
            while (start < end && !in[b[start] & 0xff]) {
                start++;
            }
            if (start >= end) {
                at = end;
                return LuaValue.NIL;
            }
            int stop = start + 1;
            while (stop < end && in[b[stop] & 0xff]) {
                stop++;
            }
            at = stop;
            return LuaString.valueOf(b, start, stop - start);
        }

        @Override
        public Varargs invoke(Varargs args) {
            LuaValue next = call();
            return next.isnil() ? LuaValue.NONE : next;
        }
    }
}
