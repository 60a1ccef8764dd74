package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import org.luaj.vm2.Varargs;

/**
 * {@code math.random}: xoshiro256** (Blackman and Vigna), its state filled from the seed by splitmix64, so that neighbouring seeds
 * have nothing in common. The same numbers on every machine.
 */
final class RandomNumbers {
    private static final double DEFAULT_SEED = 0;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long a;
    private long b;
    private long c;
    private long d;
    private long mixing;

    RandomNumbers() {
        seed(DEFAULT_SEED);
    }

    void seed(double seed) {
        mixing = Double.doubleToLongBits(seed + 0.0);
        a = mixed();
        b = mixed();
        c = mixed();
        d = mixed();
    }

    private long mixed() {
        mixing += GOLDEN;
        long z = mixing;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private long bits() {
        long result = Long.rotateLeft(b * 5, 7) * 9;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
        return result;
    }

    /** The next number: from 0 to 1, or the integers from 1 to one argument, or from one to the other. */
    double next(Varargs args) {
        double fraction = (bits() >>> 11) * 0x1p-53;
        switch (args.narg()) {
            case 0 -> {
                return fraction;
            }
            case 1 -> {
                return within(1, Math.floor(Arguments.number(args, 1)), 1, fraction);
            }
            case 2 -> {
                return within(
                        Math.floor(Arguments.number(args, 1)), Math.floor(Arguments.number(args, 2)), 2, fraction);
            }
            default -> throw new LibraryError("wrong number of arguments");
        }
    }

    private static double within(double low, double high, int index, double fraction) {
        if (!(low <= high)) {
            throw new ArgumentError(index, "interval is empty");
        }
        return Math.min(high, low + Math.floor(fraction * (high - low + 1)));
    }
}
