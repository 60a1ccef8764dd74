package io.gleamflow.lua;

import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** One call of gsub. */
final class Substitution {

    private final LuaString s;
    private final LuaString pattern;
    private final LuaValue replacement;
    private final PatternMatch match;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Substitution(LuaString s, LuaString pattern, LuaValue replacement) {
        this.s = s;
        this.pattern = pattern;
        this.replacement = replacement;
        this.match = new PatternMatch(s, pattern);
    }

    /** Replaces at most so many matches; the new string and how many there were. */
    Varargs run(double most) {
        boolean anchored = pattern.m_length > 0 && pattern.m_bytes[pattern.m_offset] == '^';
        int p = pattern.m_offset + (anchored ? 1 : 0);
        int end = s.m_offset + s.m_length;
        int at = s.m_offset;
        int count = 0;
        while (count < most) {
            int matched = match.from(at, p);
            if (matched >= 0) {
                count++;
                replace(at, matched);
            }
            if (matched > at) {
                at = matched;
            } else if (at < end) {
                out.write(s.m_bytes[at++]);
            } else {
                break;
            }
            if (anchored) {
                break;
            }
        }
        out.write(s.m_bytes, at, end - at);
        return LuaValue.varargsOf(LuaString.valueUsing(out.toByteArray()), LuaValue.valueOf(count));
    }

    private void replace(int start, int end) {
        LuaValue value;
        switch (replacement.type()) {
            case LuaValue.TFUNCTION ->
                value = replacement.invoke(LuaValue.varargsOf(match.values(start, end))).arg1();
            case LuaValue.TTABLE -> value = replacement.get(match.capture(0, start, end));
            default -> {
                template(replacement.checkstring(), start, end);
                return;
            }
        }
        if (!value.toboolean()) {
            out.write(s.m_bytes, start, end - start);
        } else if (value.isstring()) {
            put(value.checkstring());
        } else {
            throw new LuaError("invalid replacement value (a " + value.typename() + ")");
        }
    }

    private void template(LuaString text, int start, int end) {
        int last = text.m_offset + text.m_length;
        for (int i = text.m_offset; i < last; i++) {
            int c = text.m_bytes[i];
            if (c != '%' || ++i == last) {
                // LuaJIT writes a percent sign at the end as a zero byte; nobody wants it
                out.write(c);
                continue;
            }
            int next = text.m_bytes[i];
            if (next == '0') {
                out.write(s.m_bytes, start, end - start);
            } else if (next >= '1' && next <= '9') {
                put(match.capture(next - '1', start, end).checkstring());
            } else {
                out.write(next);
            }
        }
    }

    private void put(LuaString text) {
        out.write(text.m_bytes, text.m_offset, text.m_length);
    }
}
