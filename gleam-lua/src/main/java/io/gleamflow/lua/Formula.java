package io.gleamflow.lua;

import io.gleamflow.lua.cured.Numbers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;

/**
 * What a function returns that does no more than calculate with its parameters and constants, such as {@code x + y} or
 * {@code word, 1}: found out once by following its instructions, and from then on had without registers. Only numbers are
 * calculated with here; anything else, with its metamethods and messages, is left to the function itself. Immutable.
 */
final class Formula {

    private static final int MOST_PARAMETERS = 2;

    /** A register that is read twice is calculated twice, so that a formula of more terms may take longer than its function. */
    private static final int MOST_TERMS = 32;

    /** A value of two arguments. */
    private sealed interface Term {
        /** Null where something is no number and has to be. */
        @Nullable
        LuaValue of(LuaValue first, LuaValue second);

        /** Of how many terms it is put together, itself among them. */
        default int terms() {
            return 1;
        }

        /** Whether it is a number whenever both arguments are. */
        boolean isNumeric();

        /** The same of numbers, if it is numeric: numbers of Lua are doubles, however they are kept. */
        double of(double first, double second);
    }

    private record First() implements Term {
        @Override
        public LuaValue of(LuaValue first, LuaValue second) {
            return first;
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public double of(double first, double second) {
            return first;
        }
    }

    private record Second() implements Term {
        @Override
        public LuaValue of(LuaValue first, LuaValue second) {
            return second;
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public double of(double first, double second) {
            return second;
        }
    }

    private record Constant(LuaValue value) implements Term {
        @Override
        public LuaValue of(LuaValue first, LuaValue second) {
            return value;
        }

        @Override
        public boolean isNumeric() {
            return value instanceof LuaNumber;
        }

        @Override
        public double of(double first, double second) {
            return value.todouble();
        }
    }

    private record Arithmetic(int operation, Term left, Term right, int terms) implements Term {
        @Override
        public @Nullable LuaValue of(LuaValue first, LuaValue second) {
            LuaValue l = left.of(first, second);
            LuaValue r = right.of(first, second);
            if (!(l instanceof LuaNumber) || !(r instanceof LuaNumber)) {
                return null;
            }
            return switch (operation) {
                case Lua.OP_ADD -> l.add(r);
                case Lua.OP_SUB -> l.sub(r);
                case Lua.OP_MUL -> l.mul(r);
                case Lua.OP_DIV -> l.div(r);
                default -> l.mod(r);
            };
        }

        @Override
        public boolean isNumeric() {
            return left.isNumeric() && right.isNumeric();
        }

        @Override
        public double of(double first, double second) {
            double l = left.of(first, second);
            double r = right.of(first, second);
            return switch (operation) {
                case Lua.OP_ADD -> l + r;
                case Lua.OP_SUB -> l - r;
                case Lua.OP_MUL -> l * r;
                case Lua.OP_DIV -> l / r;
                default -> Numbers.remainder(l, r);
            };
        }
    }

    private final Term[] results;
    private final boolean numeric;

    private Formula(Term[] results) {
        this.results = results;
        this.numeric = results.length == 1 && results[0].isNumeric();
    }

    /** The formula of a function, or null when it does more, is long, or has more parameters than two. */
    static @Nullable Formula of(Prototype function) {
        if (function.is_vararg != 0 || function.numparams > MOST_PARAMETERS) {
            return null;
        }
        Term[] registers = new Term[function.maxstacksize];
        List<Term> parameters = List.of(new First(), new Second());
        for (int i = 0; i < registers.length; i++) {
            registers[i] = i < function.numparams ? parameters.get(i) : new Constant(LuaValue.NIL);
        }
        for (int instruction : function.code) {
            int to = Lua.GETARG_A(instruction);
            int operation = Lua.GET_OPCODE(instruction);
            switch (operation) {
                case Lua.OP_MOVE -> registers[to] = registers[Lua.GETARG_B(instruction)];
                case Lua.OP_LOADK -> registers[to] = new Constant(function.k[Lua.GETARG_Bx(instruction)]);
                case Lua.OP_LOADNIL ->
                    Arrays.fill(registers, to, to + Lua.GETARG_B(instruction) + 1, new Constant(LuaValue.NIL));
                case Lua.OP_ADD, Lua.OP_SUB, Lua.OP_MUL, Lua.OP_DIV, Lua.OP_MOD -> {
                    Term left = operand(function, registers, Lua.GETARG_B(instruction));
                    Term right = operand(function, registers, Lua.GETARG_C(instruction));
                    int terms = left.terms() + right.terms() + 1;
                    if (terms > MOST_TERMS) {
                        return null;
                    }
                    registers[to] = new Arithmetic(operation, left, right, terms);
                }
                case Lua.OP_RETURN -> {
                    int count = Lua.GETARG_B(instruction) - 1;
                    return count < 0 ? null : new Formula(Arrays.copyOfRange(registers, to, to + count));
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private static Term operand(Prototype function, Term[] registers, int place) {
        return Lua.ISK(place) ? new Constant(function.k[Lua.INDEXK(place)]) : registers[place];
    }

    /** Whether it gives one number for two numbers, whatever they are. */
    boolean isNumeric() {
        return numeric;
    }

    /** That number. */
    double of(double first, double second) {
        return results[0].of(first, second);
    }

    /** What the function returns, or null when the function itself is to say. */
    @Nullable
    Varargs of(LuaValue first, LuaValue second) {
        return switch (results.length) {
            case 1 -> results[0].of(first, second);
            case 2 -> two(results[0].of(first, second), results[1].of(first, second));
            default -> more(first, second);
        };
    }

    private static @Nullable Varargs two(@Nullable LuaValue one, @Nullable LuaValue other) {
        return one == null || other == null ? null : LuaValue.varargsOf(one, other);
    }

    private @Nullable Varargs more(LuaValue first, LuaValue second) {
        LuaValue[] values = new LuaValue[results.length];
        for (int i = 0; i < values.length; i++) {
            LuaValue value = results[i].of(first, second);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return LuaValue.varargsOf(values);
    }
}
