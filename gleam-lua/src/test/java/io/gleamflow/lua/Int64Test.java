package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

class Int64Test {
    private static final long TWO_53 = 1L << 53;
    private static final LuaValue BIG = Int64.of(TWO_53 + 1);

    private static LuaValue call(String function, LuaValue... arguments) {
        AtomicReference<LuaValue> result = new AtomicReference<>(LuaValue.NIL);
        Scripts.onLargeStack(() -> {
            try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
                LuaValue f = world.load(Scripts.bytes("return " + function), "test", 1)
                        .call();
                result.set(f.invoke(LuaValue.varargsOf(arguments)).arg1());
            } catch (LuaSyntaxException e) {
                throw new IllegalStateException(e);
            }
        });
        return Objects.requireNonNull(result.get());
    }

    @Test
    void whatANumberHoldsExactlyIsANumber() {
        assertThat(Int64.of(TWO_53)).isInstanceOf(LuaNumber.class);
        assertThat(Int64.of(-TWO_53)).isInstanceOf(LuaNumber.class);
        assertThat(Int64.of(TWO_53 + 1)).isInstanceOf(Int64.class);
        assertThat(Int64.ofUnsigned(5)).isInstanceOf(LuaNumber.class);
    }

    @Test
    void itPassesThroughAndHasAnExactText() {
        assertThat(call("function(a) local t = {a} return t[1] end", BIG)).isSameAs(BIG);
        assertThat(call("tostring", BIG)).hasToString("9007199254740993");
        assertThat(call("tostring", Int64.ofUnsigned(-1))).hasToString("18446744073709551615");
        assertThat(call("type", BIG)).hasToString("userdata");
    }

    @Test
    void itIsEqualByValue() {
        assertThat(call("function(a, b) return a == b end", BIG, Int64.of(TWO_53 + 1))
                        .toboolean())
                .isTrue();
        assertThat(call("function(a, b) return a == b end", BIG, Int64.of(TWO_53 + 2))
                        .toboolean())
                .isFalse();
        assertThat(call("function(a) return a == 2^60 and 2^60 == a end", Int64.of(1L << 60))
                        .toboolean())
                .isTrue();
        assertThat(call("function(a) return a == 2^53 or a == '9007199254740993' end", BIG)
                        .toboolean())
                .isFalse();
    }

    @Test
    void itIsAKeyByValue() {
        LuaTable table = new LuaTable();
        table.set(BIG, LuaValue.ONE);
        assertThat(table.get(Int64.of(TWO_53 + 1))).isEqualTo(LuaValue.ONE);
        assertThat(table.get(Int64.of(TWO_53 + 2)).isnil()).isTrue();
        table.set(Int64.of(1L << 60), LuaValue.valueOf(2));
        assertThat(table.get(LuaValue.valueOf(0x1p60)).toint()).isEqualTo(2);
    }

    @Test
    void itHasAnOrderAmongNumbersAndItsLike() {
        String ordered =
                "function(a, b) return a < b and a <= b and b > a and b >= a and not (b < a) and not (b <= a) end";
        assertThat(call(ordered, BIG, Int64.of(TWO_53 + 2)).toboolean()).isTrue();
        assertThat(call(ordered, LuaValue.valueOf((double) TWO_53), BIG).toboolean())
                .isTrue();
        assertThat(call(ordered, BIG, LuaValue.valueOf(0x1p60)).toboolean()).isTrue();
        assertThat(call(ordered, LuaValue.ONE, BIG).toboolean()).isTrue();
        assertThat(call(ordered, Int64.of(Long.MIN_VALUE), LuaValue.valueOf(-1)).toboolean())
                .isTrue();
        assertThat(call(ordered, Int64.of(Long.MAX_VALUE), Int64.ofUnsigned(Long.MIN_VALUE))
                        .toboolean())
                .isTrue();
        assertThat(call(ordered, BIG, LuaValue.valueOf(Double.POSITIVE_INFINITY))
                        .toboolean())
                .isTrue();
        assertThat(call("function(a) return a < 0/0 or a > 0/0 or a == 0/0 end", BIG)
                        .toboolean())
                .isFalse();
        assertThat(call(
                                "function(a, b, c) local t = {c, b, a} table.sort(t) return t[1] == a and t[3] == c end",
                                LuaValue.ONE,
                                BIG,
                                Int64.of(Long.MAX_VALUE))
                        .toboolean())
                .isTrue();
    }

    @Test
    void arithmeticAndConcatenationNameTheVariable() {
        String problem = "function(f, ...) return select(2, pcall(f, ...)) end";
        for (String operation :
                new String[] {"id + 1", "1 + id", "id * 2.5", "-id", "2 ^ id", "id % 3", "id - id", "'1' / id"}) {
            LuaValue f = call("function() return function(id) return " + operation + " end end");
            assertThat(call(problem, f, BIG).tojstring())
                    .as(operation)
                    .endsWith("attempt to perform arithmetic on local 'id' (a 64-bit integer beyond 2^53)");
        }
        for (String operation :
                new String[] {"id .. 'x'", "'x' .. id", "1 .. id", "'a' .. 'b' .. id", "id .. 'a' .. 'b'"}) {
            LuaValue f = call("function() return function(id) return " + operation + " end end");
            assertThat(call(problem, f, BIG).tojstring())
                    .as(operation)
                    .endsWith("attempt to concatenate local 'id' (a 64-bit integer beyond 2^53)");
        }
    }

    @Test
    void tonumberDoesNotRoundItSilently() {
        assertThat(call("tonumber", BIG)).isSameAs(BIG);
        assertThat(call("function(a) return string.format('%d|%s', a, a) end", BIG))
                .hasToString("9007199254740993|9007199254740993");
    }

    @Test
    void theLibrariesRefuseItAsANumber() {
        assertThat(call("function(a) return select(2, pcall(math.floor, a)) end", BIG)
                        .tojstring())
                .contains("number expected, got 64-bit integer beyond 2^53");
    }
}
