package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that only calculates reduces to the same as one that is called for each row, whatever rows come between. */
class CalculatedReduceTest {

    private static final Columns UNKNOWN = Columns.UNKNOWN;

    /** The same function in a way that is no formula. */
    private static String called(String expression) {
        return "function(x, y) local function f() return " + expression + " end return f() end";
    }

    private static Operation reduce(String function) {
        return new LuaOperation.PartialReduce(Given.head("reduce"), Given.lua(function), UNKNOWN, 1);
    }

    /** Hands on a key and a value as a script makes them, so that they are values of Lua and no bytes. */
    private static Operation made() {
        return Given.script(LuaOperation.Kind.MAP, "function(key, value) return key, value end", UNKNOWN, List.of());
    }

    private static List<List<Value>> rows(int seed, List<Object> values) {
        Random random = new Random(seed);
        List<Object> keys =
                new ArrayList<>(List.of("", "\0", "\0\0", "\u0005a\0\0", "\ba", "\t", "a", "a\0", 1, 1.0, true, "nil"));
        for (int i = 0; i < 300; i++) {
            keys.add(Integer.toString(i * 7919).repeat(1 + i % 4));
        }
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(Given.row(keys.get(random.nextInt(keys.size())), values.get(random.nextInt(values.size()))));
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "JVM, x + y",
                "JVM, x - y * 2",
                "JVM, y",
                "JVM, (x + 1) % 7 - y / 4",
                "JVM, x + '3'",
                "JVM, nil",
                "JVM, 'all'",
                "LUAJIT, x + y",
                "LUAJIT, (x + 1) % 7 - y / 4"
            })
    void formulasAreWhatTheyCalculate(WorkerRunner worker, String expression) throws Exception {
        List<List<Object>> values = List.of(
                List.of(1),
                List.of(1, -5, 0.1, 1e300, -1e300, 9_007_199_254_740_992.0, -0.0, 0),
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, "18", 0x1p62));
        for (int seed = 0; seed < values.size(); seed++) {
            List<List<Value>> rows = rows(seed, values.get(seed));
            assertThat(worker.run(rows, List.of(), made(), reduce("function(x, y) return " + expression + " end"))
                            .rows())
                    .isEqualTo(worker.run(rows, List.of(), made(), reduce(called(expression)))
                            .rows())
                    .hasSizeGreaterThan(300);
        }
    }

    @ParameterizedTest
    @CsvSource({"JVM", "LUAJIT"})
    void aRowThatCannotBeCalculatedIsToldAsOneThatIsCalled(WorkerRunner worker) throws Exception {
        List<List<Value>> rows = rows(7, List.of(1, 2, 3));
        for (int at : new int[] {0, 1, 100, 127, 128, 129, 1_500}) {
            List<List<Value>> broken = new ArrayList<>(rows);
            broken.set(at, Given.row("a", "apple"));
            broken.add(Given.row("a", 1));
            broken.add(Given.row("a", 1));
            Outcome calculated = worker.run(broken, List.of(), made(), reduce("function(x, y) return x + y end"));
            assertThat(calculated.failure()).as("at %d", at).contains("arithmetic", "flow.yaml:7");
            assertThat(calculated)
                    .as("at %d", at)
                    .isEqualTo(worker.run(
                            broken, List.of(), made(), reduce("function(x, y) if x then return x + y end end")));
        }
    }
}
