package io.gleamflow.lua;

import java.util.Locale;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** LuaJIT's {@code bit}: operations on 32 bits with signed results (http://bitop.luajit.org/semantics.html). */
final class BitLibrary {

    private BitLibrary() {}

    static LuaTable create() {
        LuaTable bit = new LuaTable();
        add(bit, "tobit", args -> bits(args, 1));
        add(bit, "bnot", args -> ~bits(args, 1));
        add(bit, "bswap", args -> Integer.reverseBytes(bits(args, 1)));
        add(bit, "band", args -> fold(args, (a, b) -> a & b));
        add(bit, "bor", args -> fold(args, (a, b) -> a | b));
        add(bit, "bxor", args -> fold(args, (a, b) -> a ^ b));
        add(bit, "lshift", args -> bits(args, 1) << bits(args, 2));
        add(bit, "rshift", args -> bits(args, 1) >>> bits(args, 2));
        add(bit, "arshift", args -> bits(args, 1) >> bits(args, 2));
        add(bit, "rol", args -> Integer.rotateLeft(bits(args, 1), bits(args, 2)));
        add(bit, "ror", args -> Integer.rotateRight(bits(args, 1), bits(args, 2)));
        StringLibrary.add(bit, "tohex", BitLibrary::hexadecimal);
        return bit;
    }

    /** What a function does with its arguments. */
    private interface Operation {
        int apply(Varargs args);
    }

    /** Two words to one. */
    private interface Combination {
        int of(int left, int right);
    }

    private static void add(LuaTable bit, String name, Operation operation) {
        StringLibrary.add(bit, name, args -> LuaValue.valueOf(operation.apply(args)));
    }

    /** The low 32 bits of a number rounded to an integer, halves to even. */
    private static int bits(Varargs args, int index) {
        return (int) (long) Math.rint(args.checkdouble(index));
    }

    private static int fold(Varargs args, Combination combination) {
        int result = bits(args, 1);
        for (int i = 2; i <= args.narg(); i++) {
            result = combination.of(result, bits(args, i));
        }
        return result;
    }

    private static Varargs hexadecimal(Varargs args) {
        int digits = args.isnoneornil(2) ? 8 : bits(args, 2);
        String hex = String.format("%08x", bits(args, 1));
        String few = hex.substring(8 - Math.min(8, Math.abs(digits)));
        return LuaValue.valueOf(digits < 0 ? few.toUpperCase(Locale.ROOT) : few);
    }
}
