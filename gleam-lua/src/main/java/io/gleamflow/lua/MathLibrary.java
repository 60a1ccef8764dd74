package io.gleamflow.lua;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What of the math library LuaJ has wrong or lacks. Random numbers are those of xoshiro256** (Blackman and Vigna, 2018)
 * seeded by splitmix64, the same on every machine; every world starts with the same seed.
 */
final class MathLibrary {

    private final long[] state = new long[4];

    private MathLibrary() {}

    static void install(LuaTable math) {
        MathLibrary library = new MathLibrary();
        library.seed(0);
        StringLibrary.add(math, "random", library::random);
        StringLibrary.add(math, "randomseed", args -> {
            library.seed(Double.doubleToLongBits(args.checkdouble(1)));
            return LuaValue.NONE;
        });
        StringLibrary.add(math, "log", MathLibrary::log);
        StringLibrary.add(math, "log10", args -> LuaValue.valueOf(Math.log10(args.checkdouble(1))));
        StringLibrary.add(math, "pow", args -> LuaValue.valueOf(Math.pow(args.checkdouble(1), args.checkdouble(2))));
        StringLibrary.add(math, "fmod", args -> LuaValue.valueOf(args.checkdouble(1) % args.checkdouble(2)));
        math.set("mod", math.get("fmod"));
        StringLibrary.add(math, "modf", MathLibrary::modf);
    }

    private static Varargs log(Varargs args) {
        double v = Math.log(args.checkdouble(1));
        if (args.isnoneornil(2)) {
            return LuaValue.valueOf(v);
        }
        double base = args.checkdouble(2);
        return LuaValue.valueOf(base == 10 ? Math.log10(args.checkdouble(1)) : v / Math.log(base));
    }

    private static Varargs modf(Varargs args) {
        double v = args.checkdouble(1);
        double whole = v < 0 ? Math.ceil(v) : Math.floor(v);
        double rest = Double.isInfinite(v) ? Math.copySign(0, v) : v - whole;
        return LuaValue.varargsOf(LuaValue.valueOf(whole), LuaValue.valueOf(rest));
    }

    private void seed(long seed) {
        long x = seed;
        for (int i = 0; i < state.length; i++) {
            x += 0x9E3779B97F4A7C15L;
            long z = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            state[i] = z ^ z >>> 31;
        }
    }

    private long next() {
        long result = Long.rotateLeft(state[1] * 5, 7) * 9;
        long t = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= t;
        state[3] = Long.rotateLeft(state[3], 45);
        return result;
    }

    private Varargs random(Varargs args) {
        double unit = (next() >>> 11) * 0x1.0p-53;
        if (args.narg() == 0) {
            return LuaValue.valueOf(unit);
        }
        double low = args.narg() == 1 ? 1 : Math.floor(args.checkdouble(1));
        double high = Math.floor(args.checkdouble(args.narg() == 1 ? 1 : 2));
        if (!(low <= high)) {
            throw new LuaError(
                    "bad argument #" + (args.narg() == 1 ? 1 : 2) + " to 'random' (interval is empty)");
        }
        return LuaValue.valueOf(low + Math.floor(unit * (high - low + 1)));
    }
}
