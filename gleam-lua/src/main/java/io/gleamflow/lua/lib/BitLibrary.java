package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import java.util.Locale;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.Varargs;

/** {@code bit} as LuaJIT has it: operations on 32 bits, results are signed. */
final class BitLibrary implements Library<BitLibrary.Name> {
    private static final int DIGITS = 8;
    /** Added to a double, it leaves the integer's low bits at the end of the mantissa, rounded to even. */
    private static final double MAGIC = 0x1.8p52;

    enum Name {
        ARSHIFT,
        BAND,
        BNOT,
        BOR,
        BSWAP,
        BXOR,
        LSHIFT,
        ROL,
        ROR,
        RSHIFT,
        TOBIT,
        TOHEX
    }

    static LuaTable table() {
        LuaTable bit = new LuaTable();
        new BitLibrary().addTo(bit, Name.values());
        return bit;
    }

    /** The low 32 bits of an argument. */
    static int bits(Varargs args, int index) {
        double v = Arguments.number(args, index);
        int small = (int) v;
        return small == v ? small : (int) Double.doubleToRawLongBits(v + MAGIC);
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        int x = bits(args, 1);
        return switch (function) {
            case BAND, BOR, BXOR -> LuaInteger.valueOf(folded(function, x, args));
            case BNOT -> LuaInteger.valueOf(~x);
            case BSWAP -> LuaInteger.valueOf(Integer.reverseBytes(x));
            case TOBIT -> LuaInteger.valueOf(x);
            case TOHEX -> hexadecimal(x, args.narg() < 2 ? DIGITS : bits(args, 2));
            case ARSHIFT -> LuaInteger.valueOf(x >> bits(args, 2));
            case LSHIFT -> LuaInteger.valueOf(x << bits(args, 2));
            case RSHIFT -> LuaInteger.valueOf(x >>> bits(args, 2));
            case ROL -> LuaInteger.valueOf(Integer.rotateLeft(x, bits(args, 2)));
            case ROR -> LuaInteger.valueOf(Integer.rotateRight(x, bits(args, 2)));
        };
    }

    private static int folded(Name function, int first, Varargs args) {
        int result = first;
        for (int i = 2; i <= args.narg(); i++) {
            int next = bits(args, i);
            result = function == Name.BAND ? result & next : function == Name.BOR ? result | next : result ^ next;
        }
        return result;
    }

    private static LuaString hexadecimal(int x, int digits) {
        int wanted = Math.abs(digits);
        int shown = wanted < DIGITS ? x & (1 << 4 * wanted) - 1 : x;
        // a precision, which LuaJIT keeps in a byte
        int precision = (wanted + 1 & 0xff) - 1;
        String hex = shown == 0 && precision == 0 ? "" : Integer.toHexString(shown);
        String all = "0".repeat(Math.max(0, precision - hex.length())) + hex;
        return LuaString.valueOf(digits < 0 ? all.toUpperCase(Locale.ROOT) : all);
    }
}
