package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.text.ByteClass;
import io.gleamflow.lua.text.Bytes;
import io.gleamflow.lua.text.LuaPattern;
import io.gleamflow.lua.text.PatternMatch;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** One call of {@code gsub}. */
final class Substitution {
    private final LuaString s;
    private final LuaValue replacement;
    private final boolean isVerbatim;
    private final PatternMatch match;
    private final Bytes out;

    private Substitution(LuaString s, LuaPattern pattern, LuaValue replacement) {
        this.s = s;
        this.replacement = replacement;
        this.isVerbatim = replacement instanceof LuaString text && text.indexOf((byte) '%', 0) < 0;
        this.match = new PatternMatch(pattern, s);
        this.out = new Bytes(s.m_length + 16);
    }

    static Varargs of(LuaString s, LuaPattern pattern, Varargs args) {
        LuaValue replacement = args.arg(3);
        if (replacement.isnumber()) {
            replacement = replacement.strvalue();
        }
        if (!(replacement instanceof LuaString
                || replacement instanceof LuaTable
                || replacement instanceof LuaFunction)) {
            throw new ArgumentError(3, "string/function/table expected");
        }
        int most = Arguments.integer(args, 4, Integer.MAX_VALUE);
        return new Substitution(s, pattern, replacement).run(pattern.isAnchored() ? Math.min(1, most) : most);
    }

    private Varargs run(int most) {
        int end = s.m_offset + s.m_length;
        int at = s.m_offset;
        int count = 0;
        while (count < most) {
            int matched = at <= end ? match.find(at) : PatternMatch.NONE;
            if (matched == PatternMatch.NONE) {
                break;
            }
            int start = match.matchStart();
            out.add(s.m_bytes, at, start - at);
            count++;
            replace(start, matched);
            at = matched;
            if (matched == start) {
                if (at < end) {
                    out.add(s.m_bytes[at]);
                }
                at++;
            }
        }
        if (count == 0) {
            return LuaValue.varargsOf(s, LuaInteger.valueOf(0));
        }
        out.add(s.m_bytes, Math.min(at, end), Math.max(0, end - at));
        return LuaValue.varargsOf(out.toLuaString(), LuaInteger.valueOf(count));
    }

    private void replace(int start, int end) {
        if (replacement instanceof LuaString text) {
            if (isVerbatim) {
                out.add(text);
            } else {
                template(text, end);
            }
            return;
        }
        LuaValue value = replacement instanceof LuaTable
                ? replacement.get(match.capture(0, end))
                : Callback.invoke(replacement, PatternLibrary.captures(match, end))
                        .arg1();
        if (!value.toboolean()) {
            out.add(s.m_bytes, start, end - start);
        } else if (value.isstring()) {
            out.add(value.strvalue());
        } else {
            throw new LibraryError("invalid replacement value (a " + value.typename() + ")");
        }
    }

    private void template(LuaString text, int end) {
        int length = text.m_length;
        for (int i = 0; i < length; i++) {
            int c = text.luaByte(i);
            if (c != '%') {
                out.add(c);
            } else if (++i == length) {
                throw new LibraryError("invalid use of '%' in replacement string");
            } else if (text.luaByte(i) == '0') {
                out.add(s.m_bytes, match.matchStart(), end - match.matchStart());
            } else if (ByteClass.isDigit(text.luaByte(i))) {
                out.add(match.capture(text.luaByte(i) - '1', end).strvalue());
            } else {
                out.add(text.luaByte(i));
            }
        }
    }
}
