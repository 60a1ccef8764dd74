package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code bit32} of Lua 5.2: operations on 32 bits, results are not negative; shifts go further than 31, and backwards. */
final class Bit32Library implements Library<Bit32Library.Name> {
    private static final int WIDTH = 32;

    enum Name {
        ARSHIFT,
        BAND,
        BNOT,
        BOR,
        BTEST,
        BXOR,
        EXTRACT,
        LROTATE,
        LSHIFT,
        REPLACE,
        RROTATE,
        RSHIFT
    }

    static LuaTable table() {
        LuaTable bit32 = new LuaTable();
        new Bit32Library().addTo(bit32, Name.values());
        return bit32;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case BAND -> result(and(args));
            case BTEST -> LuaValue.valueOf(and(args) != 0);
            case BOR, BXOR -> result(orXor(function, args));
            case BNOT -> result(~bits(args, 1));
            case LSHIFT -> result(shifted(bits(args, 1), Arguments.integer(args, 2)));
            case RSHIFT -> result(shifted(bits(args, 1), -Arguments.integer(args, 2)));
            case ARSHIFT -> result(arithmetic(bits(args, 1), Arguments.integer(args, 2)));
            case LROTATE -> result(Integer.rotateLeft(bits(args, 1), Arguments.integer(args, 2)));
            case RROTATE -> result(Integer.rotateRight(bits(args, 1), Arguments.integer(args, 2)));
            case EXTRACT -> {
                int width = width(args, 2);
                yield result(bits(args, 1) >>> Arguments.integer(args, 2) & mask(width));
            }
            case REPLACE -> {
                int width = width(args, 3);
                int field = Arguments.integer(args, 3);
                int mask = mask(width) << field;
                yield result(bits(args, 1) & ~mask | bits(args, 2) << field & mask);
            }
        };
    }

    private static LuaValue result(int bits) {
        return LuaValue.valueOf((double) Integer.toUnsignedLong(bits));
    }

    private static int bits(Varargs args, int index) {
        double v = Arguments.number(args, index);
        return (int) (long) (v - Math.floor(v / 0x1p32) * 0x1p32);
    }

    private static int and(Varargs args) {
        int result = -1;
        for (int i = 1; i <= args.narg(); i++) {
            result &= bits(args, i);
        }
        return result;
    }

    private static int orXor(Name function, Varargs args) {
        int result = 0;
        for (int i = 1; i <= args.narg(); i++) {
            result = function == Name.BOR ? result | bits(args, i) : result ^ bits(args, i);
        }
        return result;
    }

    private static int shifted(int x, int left) {
        if (Math.abs((long) left) >= WIDTH) {
            return 0;
        }
        return left >= 0 ? x << left : x >>> -left;
    }

    private static int arithmetic(int x, int right) {
        return right < 0 ? shifted(x, -right) : x >> Math.min(WIDTH - 1, right);
    }

    private static int width(Varargs args, int fieldIndex) {
        int field = Arguments.integer(args, fieldIndex);
        int width = Arguments.integer(args, fieldIndex + 1, 1);
        if (field < 0) {
            throw new ArgumentError(fieldIndex, "field cannot be negative");
        } else if (width < 1) {
            throw new ArgumentError(fieldIndex + 1, "width must be positive");
        } else if (field + width > WIDTH) {
            throw new LibraryError("trying to access non-existent bits");
        }
        return width;
    }

    private static int mask(int width) {
        return width == WIDTH ? -1 : (1 << width) - 1;
    }
}
