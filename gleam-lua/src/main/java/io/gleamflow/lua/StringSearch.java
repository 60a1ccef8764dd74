package io.gleamflow.lua;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** The functions of the string library that take patterns: find, match, gmatch, gsub. */
final class StringSearch {

    private final Patterns patterns = new Patterns();

    void addTo(LuaTable string) {
        string.set("find", new Find());
        string.set("match", new Match());
        string.set("gmatch", new GMatch());
        string.set("gfind", new GMatch());
        string.set("gsub", new GSub());
    }

    /** Where a search begins, from 0, for a position as Lua counts it; beyond the end is the length and one more. */
    private static int begin(Varargs args, int length) {
        double init = args.optdouble(3, 1);
        double at = init > 0 ? init - 1 : init < 0 ? length + init : 0;
        return (int) Math.max(0, Math.min(at, length + 1.0));
    }

    private static Varargs found(int start, int end, LuaValue... captures) {
        LuaValue[] values = new LuaValue[captures.length + 2];
        values[0] = LuaValue.valueOf(start + 1);
        values[1] = LuaValue.valueOf(end);
        System.arraycopy(captures, 0, values, 2, captures.length);
        return LuaValue.varargsOf(values);
    }

    private static final class Find extends VarArgFunction {
        @Override
        public Varargs invoke(Varargs args) {
            LuaString s = args.checkstring(1);
            LuaString pattern = args.checkstring(2);
            int from = begin(args, s.m_length);
            if (from > s.m_length) {
                return LuaValue.NIL;
            }
            if (args.arg(4).toboolean() || Patterns.isPlain(pattern)) {
                int at = Patterns.indexOf(s, pattern, from);
                return at < 0 ? LuaValue.NIL : found(at, at + pattern.m_length);
            }
            return search(s, pattern, from, true);
        }
    }

    private static final class Match extends VarArgFunction {
        @Override
        public Varargs invoke(Varargs args) {
            LuaString s = args.checkstring(1);
            LuaString pattern = args.checkstring(2);
            int from = begin(args, s.m_length);
            return from > s.m_length ? LuaValue.NIL : search(s, pattern, from, false);
        }
    }

    private static Varargs search(LuaString s, LuaString pattern, int from, boolean positions) {
        PatternMatch match = new PatternMatch(s, pattern);
        boolean anchored = pattern.m_length > 0 && pattern.m_bytes[pattern.m_offset] == '^';
        int p = pattern.m_offset + (anchored ? 1 : 0);
        int end = s.m_offset + s.m_length;
        for (int at = s.m_offset + from; at <= end; at++) {
            int matched = match.from(at, p);
            if (matched >= 0) {
                if (!positions) {
                    return LuaValue.varargsOf(match.values(at, matched));
                }
                LuaValue[] captures = match.captures() == 0 ? new LuaValue[0] : match.values(at, matched);
                return found(at - s.m_offset, matched - s.m_offset, captures);
            }
            if (anchored) {
                break;
            }
        }
        return LuaValue.NIL;
    }

    private final class GMatch extends VarArgFunction {
        @Override
        public Varargs invoke(Varargs args) {
            LuaString s = args.checkstring(1);
            LuaString pattern = args.checkstring(2);
            boolean[] run = patterns.run(pattern);
            return run != null ? new Runs(s, run) : new Matches(s, pattern);
        }
    }

    /** The iterator of gmatch for a pattern that is one repeated item. */
    private static final class Runs extends VarArgFunction {
        private final byte[] bytes;
        private final int end;
        private final boolean[] members;
        private int at;

        Runs(LuaString s, boolean[] members) {
            this.bytes = s.m_bytes;
            this.at = s.m_offset;
            this.end = s.m_offset + s.m_length;
            this.members = members;
        }

        @Override
        public Varargs invoke(Varargs args) {
            return call();
        }

        @Override
        public Varargs invoke(LuaValue state, Varargs control) {
            return call();
        }

        @Override
        public LuaValue call() {
            int start = at;
            while (start < end && !members[bytes[start] & 0xff]) {
                start++;
            }
            if (start == end) {
                at = end;
                return LuaValue.NIL;
            }
            int stop = start + 1;
            while (stop < end && members[bytes[stop] & 0xff]) {
                stop++;
            }
            at = stop;
            return LuaString.valueOf(bytes, start, stop - start);
        }
    }

    /** The iterator of gmatch for any pattern; a {@code ^} matches nothing special here, as in LuaJIT. */
    private static final class Matches extends VarArgFunction {
        private final PatternMatch match;
        private final int pattern;
        private final int end;
        private int at;

        Matches(LuaString s, LuaString pattern) {
            this.match = new PatternMatch(s, pattern);
            this.pattern = pattern.m_offset;
            this.at = s.m_offset;
            this.end = s.m_offset + s.m_length;
        }

        @Override
        public Varargs invoke(Varargs args) {
            for (int start = at; start <= end; start++) {
                int matched = match.from(start, pattern);
                if (matched >= 0) {
                    at = matched == start ? matched + 1 : matched;
                    return LuaValue.varargsOf(match.values(start, matched));
                }
            }
            at = end + 1;
            return LuaValue.NIL;
        }
    }

    private static final class GSub extends VarArgFunction {
        @Override
        public Varargs invoke(Varargs args) {
            LuaString s = args.checkstring(1);
            LuaString pattern = args.checkstring(2);
            LuaValue replacement = args.arg(3);
            int type = replacement.type();
            if (!replacement.isstring() && type != LuaValue.TFUNCTION && type != LuaValue.TTABLE) {
                throw new LuaError("bad argument #3 to 'gsub' (string/function/table expected"
                        + (args.narg() < 3 ? ", got no value)" : ", got " + replacement.typename() + ")"));
            }
            double most = args.isnoneornil(4) ? s.m_length + 1.0 : args.checkdouble(4);
            return new Substitution(s, pattern, replacement).run(most);
        }
    }
}
