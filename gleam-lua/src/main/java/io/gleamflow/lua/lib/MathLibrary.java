package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Numbers;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code math}, the same to the last digit on every machine: {@link StrictMath}. */
final class MathLibrary implements Library<MathLibrary.Name> {

    enum Name {
        ABS,
        ACOS,
        ASIN,
        ATAN,
        ATAN2,
        CEIL,
        COS,
        COSH,
        DEG,
        EXP,
        FLOOR,
        FMOD,
        FREXP,
        LDEXP,
        LOG,
        LOG10,
        MAX,
        MIN,
        MOD,
        MODF,
        POW,
        RAD,
        RANDOM,
        RANDOMSEED,
        SIN,
        SINH,
        SQRT,
        TAN,
        TANH
    }

    private final RandomNumbers random = new RandomNumbers();

    static LuaTable table() {
        LuaTable math = new LuaTable();
        new MathLibrary().addTo(math, Name.values());
        math.set("pi", LuaValue.valueOf(Math.PI));
        math.set("huge", LuaValue.valueOf(Double.POSITIVE_INFINITY));
        return math;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case FREXP -> frexp(Arguments.number(args, 1));
            case MODF -> modf(Arguments.number(args, 1));
            case RANDOM -> LuaValue.valueOf(random.next(args));
            case RANDOMSEED -> {
                random.seed(Arguments.number(args, 1));
                yield LuaValue.NONE;
            }
            case FLOOR, CEIL -> {
                // most are whole already
                LuaValue v = args.arg(1);
                yield v.isinttype() ? v : LuaValue.valueOf(real(function, args));
            }
            default -> LuaValue.valueOf(real(function, args));
        };
    }

    private static double real(Name function, Varargs args) {
        double x = Arguments.number(args, 1);
        return switch (function) {
            case ABS -> Math.abs(x);
            case ACOS -> StrictMath.acos(x);
            case ASIN -> StrictMath.asin(x);
            case ATAN -> StrictMath.atan(x);
            case ATAN2 -> StrictMath.atan2(x, Arguments.number(args, 2));
            case CEIL -> Math.ceil(x);
            case COS -> StrictMath.cos(x);
            case COSH -> StrictMath.cosh(x);
            case DEG -> x * (180 / Math.PI);
            case EXP -> StrictMath.exp(x);
            case FLOOR -> Math.floor(x);
            case FMOD, MOD -> x % Arguments.number(args, 2);
            case LDEXP -> ldexp(x, Arguments.integer(args, 2));
            case LOG -> args.narg() < 2 ? StrictMath.log(x) : logarithm(x, Arguments.number(args, 2));
            case LOG10 -> StrictMath.log10(x);
            case MAX -> most(args);
            case MIN -> least(args);
            case POW -> Numbers.raised(x, Arguments.number(args, 2));
            case RAD -> x * (Math.PI / 180);
            case SIN -> StrictMath.sin(x);
            case SINH -> StrictMath.sinh(x);
            case SQRT -> Math.sqrt(x);
            case TAN -> StrictMath.tan(x);
            case TANH -> StrictMath.tanh(x);
            case FREXP, MODF, RANDOM, RANDOMSEED -> throw new IllegalArgumentException(function.name());
        };
    }

    private static double logarithm(double x, double base) {
        int exponent = Math.getExponent(x);
        if (base == 2 && x == Math.scalb(1.0, exponent)) {
            return exponent;
        }
        return base == 10 ? StrictMath.log10(x) : StrictMath.log(x) / StrictMath.log(base);
    }

    /** The largest argument; of two that have no order or are equal, as are the two zeros, the later. */
    private static double most(Varargs args) {
        double most = Arguments.number(args, 1);
        for (int i = 2; i <= args.narg(); i++) {
            double v = Arguments.number(args, i);
            most = most > v ? most : v;
        }
        return most;
    }

    private static double least(Varargs args) {
        double least = Arguments.number(args, 1);
        for (int i = 2; i <= args.narg(); i++) {
            double v = Arguments.number(args, i);
            least = least < v ? least : v;
        }
        return least;
    }

    private static Varargs modf(double x) {
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        double fraction = Double.isInfinite(x) ? Math.copySign(0.0, x) : Math.copySign(x - whole, x);
        return LuaValue.varargsOf(LuaValue.valueOf(whole), LuaValue.valueOf(fraction));
    }

    private static Varargs frexp(double x) {
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return LuaValue.varargsOf(LuaValue.valueOf(x), LuaValue.ZERO);
        }
        double normal = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p54 : x;
        int exponent = Math.getExponent(normal) + 1;
        double mantissa = Math.scalb(normal, -exponent);
        return LuaValue.varargsOf(LuaValue.valueOf(mantissa), LuaValue.valueOf(normal == x ? exponent : exponent - 54));
    }

    private static double ldexp(double x, int exponent) {
        return Math.scalb(x, exponent);
    }
}
