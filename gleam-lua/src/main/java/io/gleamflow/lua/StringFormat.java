package io.gleamflow.lua;

import io.gleamflow.lua.text.Bytes;
import io.gleamflow.lua.text.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Lua's {@code string.format}: a format taken apart once, to be applied any number of times. Immutable; needs no world. */
public final class StringFormat {
    private final List<byte[]> literals;
    private final List<Conversion> conversions;

    private StringFormat(List<byte[]> literals, List<Conversion> conversions) {
        this.literals = List.copyOf(literals);
        this.conversions = List.copyOf(conversions);
    }

    /**
     * Takes a format apart.
     *
     * @throws IllegalArgumentException with Lua's message when it is malformed
     */
    public static StringFormat parse(byte[] format) {
        List<byte[]> literals = new ArrayList<>();
        List<Conversion> conversions = new ArrayList<>();
        Bytes literal = new Bytes(format.length);
        int at = 0;
        while (at < format.length) {
            if (format[at] != '%') {
                literal.add(format[at++]);
            } else if (at + 1 < format.length && format[at + 1] == '%') {
                literal.add('%');
                at += 2;
            } else {
                int end = Conversion.end(format, at + 1);
                conversions.add(Conversion.parse(format, at + 1, end));
                literals.add(taken(literal));
                literal = new Bytes(format.length - end);
                at = end;
            }
        }
        literals.add(taken(literal));
        return new StringFormat(literals, conversions);
    }

    private static byte[] taken(Bytes literal) {
        return Arrays.copyOf(literal.array(), literal.length());
    }

    /** How many values it takes. */
    public int conversions() {
        return conversions.size();
    }

    /** The letter of each conversion in turn, such as {@code "sd"}. */
    public String kinds() {
        StringBuilder kinds = new StringBuilder();
        conversions.forEach(conversion -> kinds.append(conversion.kind()));
        return kinds.toString();
    }

    /** The text of these values. Throws as {@link #format(Varargs, int)} does. */
    public LuaString format(LuaValue... values) {
        return format(LuaValue.varargsOf(values), 1);
    }

    /**
     * The text of the values from {@code first} on, which counts from 1. Values that are left over are not looked at.
     *
     * @throws LuaError when a value is missing or of the wrong type
     */
    public LuaString format(Varargs values, int first) {
        Bytes out = new Bytes(literals.get(0).length + 16 * conversions.size());
        for (int i = 0; i < conversions.size(); i++) {
            out.add(literals.get(i), 0, literals.get(i).length);
            conversions.get(i).apply(values, first + i, out);
        }
        byte[] last = literals.get(conversions.size());
        out.add(last, 0, last.length);
        return out.toLuaString();
    }
}
