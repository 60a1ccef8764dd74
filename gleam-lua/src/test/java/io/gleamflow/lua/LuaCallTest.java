package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A call says what the function says, whether it is run or only calculated. */
class LuaCallTest {

    private static final List<LuaValue> VALUES = List.of(
            LuaValue.NIL,
            LuaValue.TRUE,
            LuaValue.valueOf("10"),
            LuaValue.valueOf("apple"),
            LuaValue.ZERO,
            LuaValue.valueOf(-0.0),
            LuaValue.valueOf(3),
            LuaValue.valueOf(-7),
            LuaValue.valueOf(Integer.MAX_VALUE),
            LuaValue.valueOf(Integer.MIN_VALUE),
            LuaValue.valueOf(0.1),
            LuaValue.valueOf(1e308),
            LuaValue.valueOf(Double.NaN),
            LuaValue.valueOf(Double.NEGATIVE_INFINITY),
            LuaValue.valueOf(0x1p53));

    private static String said(Supplier<Varargs> call) {
        Varargs values;
        try {
            values = call.get();
        } catch (RuntimeException e) {
            return LuaFailure.of(e).text();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= values.narg(); i++) {
            LuaValue value = values.arg(i);
            text.append(value.typename())
                    .append(' ')
                    .append(
                            value.isnumber() && !(value instanceof LuaString)
                                    ? Long.toHexString(Double.doubleToLongBits(value.todouble()))
                                    : value.tojstring())
                    .append('\n');
        }
        return text.toString();
    }

    private static String term(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return List.of("x", "y", "1", "-2.5", "1e300", "'7'", "'pear'", "nil", "true", "0")
                    .get(random.nextInt(10));
        }
        String operation = List.of("+", "-", "*", "/", "%", "^", "..").get(random.nextInt(7));
        return "(" + term(random, depth - 1) + " " + operation + " " + term(random, depth - 1) + ")";
    }

    @Test
    void randomFunctionsSayTheSameAsWhenTheyAreInvoked() throws LuaSyntaxException {
        Random random = new Random(20261201);
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            for (int i = 0; i < 600; i++) {
                String parameters = List.of("", "x", "x, y", "x, y, z", "...").get(random.nextInt(5));
                int results = random.nextInt(4);
                StringBuilder body = new StringBuilder("return function(" + parameters + ") return ");
                for (int result = 0; result < results; result++) {
                    body.append(result == 0 ? "" : ", ").append(term(random, 2));
                }
                LuaFunction function = (LuaFunction)
                        world.load(Scripts.bytes(body + " end"), "test", 1).call();
                LuaCall call = new LuaCall(function);
                for (LuaValue first : VALUES) {
                    assertThat(said(() -> call.with(first)))
                            .as("%s of %s", body, first)
                            .isEqualTo(said(() -> function.invoke(first)));
                    for (LuaValue second : VALUES) {
                        assertThat(said(() -> call.with(first, second)))
                                .as("%s of %s and %s", body, first, second)
                                .isEqualTo(said(() -> function.invoke(first, second)));
                    }
                }
            }
        }
    }

    @Test
    void aCalculationMakesOfNumbersWhatTheFunctionMakes() throws LuaSyntaxException {
        Random random = new Random(7);
        int calculations = 0;
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            for (int i = 0; i < 600; i++) {
                String term = term(random, 3);
                LuaFunction function = (LuaFunction)
                        world.load(Scripts.bytes("return function(x, y) return " + term + " end"), "test", 1)
                                .call();
                LuaCall call = new LuaCall(function);
                if (call.isCalculation()) {
                    calculations++;
                    for (LuaValue first : VALUES) {
                        for (LuaValue second : VALUES) {
                            if (first.type() == LuaValue.TNUMBER && second.type() == LuaValue.TNUMBER) {
                                assertThat(Double.valueOf(call.with(first.todouble(), second.todouble())))
                                        .as("%s of %s and %s", term, first, second)
                                        .isEqualTo(Double.valueOf(
                                                function.call(first, second).todouble()));
                            }
                        }
                    }
                }
            }
        }
        assertThat(calculations).isGreaterThan(50);
    }

    @Test
    void longCalculationsTakeNoLongerThanTheFunction() throws LuaSyntaxException {
        String newton = "local r = x / 2 " + "r = (r + x / r) / 2 ".repeat(60) + "return r";
        String sum = "return x" + " + 1".repeat(20_000);
        String sums = "x = x + 1 ".repeat(20_000) + "return x";
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            for (String body : List.of(newton, sum, sums)) {
                LuaFunction function =
                        (LuaFunction) world.load(Scripts.bytes("return function(x, y) " + body + " end"), "test", 1)
                                .call();
                LuaCall call = new LuaCall(function);
                assertThat(call.isCalculation()).isFalse();
                assertThat(said(() -> call.with(LuaValue.valueOf(2), LuaValue.ONE)))
                        .isEqualTo(said(() -> function.invoke(LuaValue.valueOf(2), LuaValue.ONE)));
            }
        }
    }

    @Test
    void whatDoesMoreThanCalculateIsNoCalculation() throws LuaSyntaxException {
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            for (String function : List.of(
                    "function(x, y) return x, y end",
                    "function(x, y) return end",
                    "function(x, y) return x + '1' end",
                    "function(x, y) print(x) return y end",
                    "function(x, y) if x > y then return x end return y end",
                    "function(x, y) total = y return y end",
                    "function(...) return 1 end",
                    "math.max")) {
                assertThat(new LuaCall((LuaFunction) world.load(Scripts.bytes("return " + function), "test", 1)
                                        .call())
                                .isCalculation())
                        .as(function)
                        .isFalse();
            }
        }
    }
}
