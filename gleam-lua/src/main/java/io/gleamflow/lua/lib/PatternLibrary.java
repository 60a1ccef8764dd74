package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.text.LuaPattern;
import io.gleamflow.lua.text.PatternMatch;
import io.gleamflow.lua.text.PlainSearch;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions of {@code string} that take patterns. */
final class PatternLibrary implements Library<PatternLibrary.Name> {

    enum Name {
        FIND,
        GFIND,
        GMATCH,
        GSUB,
        MATCH
    }

    private final RecentlyUsed<LuaPattern> patterns = new RecentlyUsed<>(LuaPattern::of);
    private final RecentlyUsed<LuaPattern> unanchored = new RecentlyUsed<>(LuaPattern::unanchored);

    static void addTo(LuaTable string) {
        new PatternLibrary().addTo(string, Name.values());
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        LuaString s = Arguments.string(args, 1);
        LuaString pattern = Arguments.string(args, 2);
        return switch (function) {
            case FIND -> find(s, pattern, args);
            case GFIND, GMATCH -> Matches.of(s, unanchored.of(pattern));
            case GSUB -> Substitution.of(s, patterns.of(pattern), args);
            case MATCH -> match(s, pattern, args);
        };
    }

    /** Where a search begins, from 0; what is beyond the end is the end. */
    private static int begin(Varargs args, int length) {
        int position = Arguments.integer(args, 3, 1);
        return Math.min(length, Math.max(1, StringLibrary.position(position, length)) - 1);
    }

    private Varargs find(LuaString s, LuaString text, Varargs args) {
        int from = begin(args, s.m_length);
        if (args.arg(4).toboolean()) {
            return plain(s, text, from);
        }
        LuaPattern pattern = patterns.of(text);
        if (pattern.isPlain()) {
            return plain(s, text, from);
        }
        PatternMatch match = new PatternMatch(pattern, s);
        int end = match.find(s.m_offset + from);
        if (end == PatternMatch.NONE) {
            return LuaValue.NIL;
        }
        LuaValue first = LuaInteger.valueOf(match.matchStart() - s.m_offset + 1);
        LuaValue last = LuaInteger.valueOf(end - s.m_offset);
        if (pattern.captures() == 0) {
            return LuaValue.varargsOf(first, last);
        }
        LuaValue[] values = new LuaValue[2 + pattern.captures()];
        values[0] = first;
        values[1] = last;
        for (int i = 0; i < pattern.captures(); i++) {
            values[2 + i] = match.capture(i, end);
        }
        return LuaValue.varargsOf(values);
    }

    private static Varargs plain(LuaString s, LuaString text, int from) {
        int at = PlainSearch.indexOf(s, text, from);
        return at < 0
                ? LuaValue.NIL
                : LuaValue.varargsOf(LuaInteger.valueOf(at + 1), LuaInteger.valueOf(at + text.m_length));
    }

    private Varargs match(LuaString s, LuaString text, Varargs args) {
        int from = begin(args, s.m_length);
        PatternMatch match = new PatternMatch(patterns.of(text), s);
        int end = match.find(s.m_offset + from);
        return end == PatternMatch.NONE ? LuaValue.NIL : captures(match, end);
    }

    /** All captures of a match, or the whole when there are none. */
    static Varargs captures(PatternMatch match, int end) {
        int count = match.captures();
        if (count <= 1) {
            return match.capture(0, end);
        }
        LuaValue[] values = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            values[i] = match.capture(i, end);
        }
        return LuaValue.varargsOf(values);
    }
}
