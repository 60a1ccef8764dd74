package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts hand from one step to the next is the same under both runtimes, and so is who is to blame, from the first row to the
 * hundreds that make LuaJIT compile what it runs. */
class FusedStepsAgreeTest {

    private static final Columns ONE = Columns.named("x");
    private static final Columns TWO = Columns.named("k", "v");

    /** Enough of them for the loops of a worker to be compiled. */
    private static final List<List<Value>> NUMBERS =
            IntStream.range(0, 300).mapToObj(n -> Given.row(n)).toList();

    private static Operation step(LuaOperation.Kind kind, String name, Columns columns, String source) {
        return new LuaOperation.Script(kind, Given.head(name), Given.lua(source), columns, List.of(), List.of());
    }

    private static Operation flatMap(String source) {
        return step(LuaOperation.Kind.FLAT_MAP, "flatMap", ONE, source);
    }

    private static Operation map(String source) {
        return step(LuaOperation.Kind.MAP, "map", Columns.UNKNOWN, source);
    }

    private static Operation reduce(String source) {
        return new LuaOperation.PartialReduce(Given.head("reduceByKey"), Given.lua(source), TWO, 1);
    }

    private static Outcome same(List<List<Value>> rows, Operation... operations) throws Exception {
        Outcome jvm = WorkerRunner.JVM.run(rows, List.of(), operations);
        Outcome luajit = WorkerRunner.LUAJIT.run(rows, List.of(), operations);
        assertThat(luajit.text()).isEqualTo(jvm.text());
        assertThat(luajit).isEqualTo(jvm);
        return luajit;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return ('a bc  d' .. x):gmatch('%w+')",
                "return ('a=1,b=2'):gmatch('(%w)=(%w)')",
                "local t, i = {1, 2, nil, 4}, 0\nreturn function() i = i + 1 return t[i] end",
                "local i = 0\nreturn function() i = i + 1 if i < 4 then return i, nil end end",
                "local i = 0\nreturn function() i = i + 1\n"
                        + "if i < 8 then return unpack({i, x, -0.0, 0/0, true, 's', {}}, 1, i) end end",
                "local i = 0\nreturn function() i = i + 1 if i < 5 then return -0.0 * i, {x, {i}}, 2^53 + i end end",
                "local i = 0\nreturn function() i = i + 1 if i < 9 then return i % 2 == 0 and {i} or i, -0.0 end end",
                "local i = 0\nreturn function() i = i + 1 emit(i, 'emitted') if i < 3 then return i end end",
                "return coroutine.wrap(function() for i = 1, x % 5 do coroutine.yield(i, x) end end)",
                "return pairs({x})",
                "return {1, {2, nil, 3}, {}, {{x}}, -0.0}",
                "if x % 3 == 0 then return ('a b'):gmatch('%a') elseif x % 3 == 1 then return {x, x} end emit(x)",
                "local i = 0\nreturn function() i = i + 1 if x == 270 and i == 2 then error('bad ' .. x) end\n"
                        + "if i < 4 then return i end end",
                "local i = 0\nreturn function() i = i + 1 if i < 4 then return i, x == 270 and print or 1 end end",
                "return x == 270 and 'no iterator' or function() end"
            })
    void whateverAFlatMapGives(String source) throws Exception {
        Outcome outcome = same(NUMBERS, flatMap(source));
        assertThat(outcome.rows().size() + outcome.failure().length()).isPositive();
        same(NUMBERS, flatMap(source), map("function(...) return select('#', ...), ... end"));
    }

    @Test
    void theStepBehindAFlatMapIsBlamedForItsOwnErrors() throws Exception {
        Operation iterator = flatMap("local i = 0\nreturn function() i = i + 1 if i < 4 then return x * 3 + i end end");
        Outcome failed =
                same(NUMBERS, iterator, map("function(n)\n  if n == 800 then return n + {} end\n  return n\nend"));
        assertThat(failed.failure()).contains("flow.yaml:8", " map: ");
        Outcome refused = same(NUMBERS, iterator, map("function(n) return n, n == 800 and print or 1 end"));
        assertThat(refused.failure()).contains(" map: ", "a function cannot be a column");
        Outcome combined = same(
                NUMBERS,
                iterator,
                map("function(n) return n % 7, n end"),
                reduce("function(a, b) if b == 800 then error('full') end return a + b end"));
        assertThat(combined.failure()).contains(" reduceByKey: ", "full");
    }

    @Test
    void anIteratorIsBlamedAgainAfterTheStepsBehindHaveRun() throws Exception {
        Operation iterator = flatMap("local i = 0\nreturn function()\n  i = i + 1\n"
                + "  if x == 270 and i == 3 then error('spent') end\n  if i < 4 then return i end\nend");
        Outcome failed = same(NUMBERS, iterator, flatMap("emit(x)\nreturn {x}"), map("function(n) return n, 1 end"));
        assertThat(failed.failure()).contains("flow.yaml:10", " flatMap: ", "spent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(a, b) return a end",
                "function(a, b) return b end",
                "function(a, b) if a == nil then return b end return nil end",
                "function(a, b) return a == false and b or false end",
                "function(a, b) return {a, b, nil} end",
                "function(a, b) if type(a) == 'table' then return #a end return {a, b} end",
                "function(a, b) return tostring(a):sub(1, 40) .. '/' .. tostring(b):sub(1, 3) end",
                "function(a, b) return 0/0 end",
                "function(a, b) return -0.0 end",
                "function(a, b) end",
                "function(a, b) return a, nil end",
                "function(a, b) return a, b, a end",
                "function(a, b) return print end",
                "function(a, b) return a + b end"
            })
    void whateverAReductionGives(String function) throws Exception {
        Value large = new Value.Int((1L << 60) + 1);
        List<Object> keys = new ArrayList<>(List.of(
                "a", "b\0c", "", "1", 1, 1.0, 0, -0.0, 0.5, Double.NaN, "nil", true, large, new Value.Real(0x1p53)));
        List<Object> values = List.of("x", 1, "nil", 2.5, false, large, Value.Str.of("y".repeat(300)), -0.0);
        keys.add(new Value.Real(0x1p60));
        keys.add(Value.Str.of("k".repeat(70000)));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            rows.add(Given.row(keys.get(i * 7 % keys.size()), values.get(i * i % 31 % values.size())));
        }
        same(rows, reduce(function));
        same(rows, map("function(k, v) return k, v end"), reduce(function));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void rowsOfAnotherWidthAreRefused(int width) throws Exception {
        List<List<Value>> rows = new ArrayList<>();
        Stream.of("a", "b", "a", "a", "b").forEach(key -> rows.add(Given.row(key, 1)));
        rows.add(Given.row(Stream.of("a", "b", "c", "d").limit(width).toArray()));
        Outcome outcome = same(rows, reduce("function(a, b) return a + b end"));
        assertThat(outcome.failure()).contains(" reduceByKey: ");
    }

    @Test
    void aReductionThatHoldsMuchStartsAnewAtTheSameRow() throws Exception {
        Operation grown = reduce("function(a, b) return a .. b end");
        Operation made = map("function(n) return 'k' .. n % 40, ('x'):rep(n * 3) end");
        List<List<Value>> rows =
                IntStream.range(0, 4000).mapToObj(n -> Given.row(n)).toList();
        Operation sizes = map("function(k, v) return k, #v end");
        Outcome outcome = same(rows, made, grown, sizes);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.rows()).hasSizeGreaterThan(40);
        Outcome many = same(
                rows,
                flatMap(
                        "local i = 0\nreturn function() i = i + 1 if i < 50 then return x * 97 % 90001 * 50 + i end end"),
                map(
                        "function(n) return n % 3 == 0 and n or n % 3 == 1 and 'key\\0' .. n or ('key'):rep(n % 90) .. n, 1 end"),
                reduce("function(a, b) return a + b end"),
                map("function(k, v) return #tostring(k), v end"));
        assertThat(many.failure()).isEmpty();
    }
}
