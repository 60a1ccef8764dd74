package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RandomRows;
import io.gleamflow.row.Value;
import io.gleamflow.wire.RowBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On rows of nasty values both workers do the same, whether operations are fused or not. */
class WorkersAgreeTest {

    private static final int WIDTH = 4;

    private static final Columns ABCD = Columns.named("a", "b", "c", "d");

    /** Rows with few different keys, those with equal first columns one after the other. */
    private static List<List<Value>> rows(long seed, int keys) {
        Random random = new Random(seed);
        RandomRows values = new RandomRows(seed);
        List<Value> few = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            few.add(values.value(2));
        }
        few.addAll(List.of(new Value.Int(1), new Value.Real(1), Value.Str.of("1"), new Value.Real(0x1p60)));
        few.add(new Value.Int(1L << 60));
        List<List<Value>> rows = new ArrayList<>(values.rows(120, WIDTH));
        rows.replaceAll(row -> {
            List<Value> keyed = new ArrayList<>(row);
            for (int i = 0; i < keys; i++) {
                keyed.set(i, few.get(random.nextInt(few.size())));
            }
            return keyed;
        });
        rows.sort(Comparator.comparing(row -> key(row, keys), Arrays::compareUnsigned));
        return rows;
    }

    private static byte[] key(List<Value> row, int keys) {
        Bytes key = new Bytes(64);
        for (Value value : row.subList(0, keys)) {
            byte[] bytes = RowBytes.of(List.of(value));
            KeyEncoder.append(bytes, 0, bytes.length, false, key);
        }
        return key.copy();
    }

    private static final String LAST = "function(a, b) return b end";
    private static final String TWO = "function(a, b, c, d) return a, d end";
    private static final String FOUR = "function(...) return unpack({...}, 1, 4) end";

    static Stream<Operation> operations() {
        String show = "tostring(type(prev[2]) == 'string') .. (prev.a == nil and '-' or '+')";
        String general = """
                function init() n = 0 end
                function process(row, emit) n = n + 1; if n % 2 == 0 then emit(row.c, row[1], n) end end
                function finish(emit) emit(n) end
                """;
        return Stream.of(
                new RowOperation.Front(Given.head("front"), List.of(2, 0)),
                new RowOperation.Drop(Given.head("drop"), List.of(3, 1)),
                reduce(false, LAST.replace("a, b", "a, b, c, x, y, z").replace("return b", "return x, y, z"), 1),
                reduce(true, LAST.replace("a, b", "a, b, c, x, y, z").replace("return b", "return x, y, z"), 1),
                reduce(false, TWO, 2),
                reduce(true, TWO, 2),
                reduce(false, LAST, 3),
                reduce(true, LAST, 3),
                reduce(false, FOUR, 0),
                reduce(true, FOUR, 0),
                Given.script(
                        LuaOperation.Kind.MAP,
                        "a, b, prev.b, c, prev[2], " + show,
                        ABCD,
                        List.of(0),
                        "a",
                        "b",
                        "x",
                        "y",
                        "z",
                        "s"),
                Given.script(
                        LuaOperation.Kind.FILTER,
                        "not prev.a or prev.d == true or type(prev.c) == 'string'",
                        ABCD,
                        List.of(0, 1)),
                Given.expressions(
                        LuaOperation.Result.SET,
                        ABCD,
                        List.of(0),
                        "c",
                        "prev.c == nil and d or prev.d",
                        "e",
                        "{c, b}",
                        "b",
                        "e[2]",
                        "d",
                        show),
                Given.expressions(
                        LuaOperation.Result.MAP, ABCD, List.of(0, 1), "x", "d", "y", "prev.x", "z", "{a, prev.y}"),
                new LuaOperation.General(Given.head("lua"), Given.file("g.lua", general), ABCD, List.of(0)),
                new LuaOperation.General(Given.head("lua"), Given.file("g.lua", general), ABCD, List.of(1, 0)),
                new LuaOperation.Script(
                        LuaOperation.Kind.FLAT_MAP,
                        Given.head("flatMap"),
                        Given.lua("return {c, {d, a}, 1}"),
                        ABCD,
                        List.of(),
                        List.of(3, 0)));
    }

    private static Operation reduce(boolean last, String source, int keys) {
        return last
                ? new LuaOperation.FinalReduce(Given.head("reduce"), Given.lua(source), ABCD, keys)
                : new LuaOperation.PartialReduce(Given.head("reduce"), Given.lua(source), ABCD, keys);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void bothDoTheSame(Operation operation) throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            List<List<Value>> rows = rows(seed, 2);
            Outcome jvm = WorkerRunner.JVM.run(rows, List.of(), operation);
            assertThat(jvm.failure()).isEmpty();
            assertThat(jvm.rows()).isNotEmpty();
            Outcome luajit = WorkerRunner.LUAJIT.run(rows, List.of(), operation);
            assertThat(luajit.text()).as("seed %d", seed).isEqualTo(jvm.text());
            assertThat(luajit).as("seed %d", seed).isEqualTo(jvm);
        }
    }

    @ParameterizedTest
    @EnumSource
    void operationsThatAreFusedDoWhatEachDoesByItself(WorkerRunner worker) throws Exception {
        Columns names = Columns.named("d", "a", "x");
        Operation[] chain = {
            new LuaOperation.Script(
                    LuaOperation.Kind.FLAT_MAP,
                    Given.head("flatMap", "x"),
                    Given.lua("emit(b)\nemit({c})\nemit(0)"),
                    ABCD,
                    List.of(),
                    List.of(0, 3)),
            new RowOperation.Front(Given.head("front"), List.of(1)),
            Given.expressions(
                    LuaOperation.Result.SET, names, List.of(1), "e", "{x, prev.x}", "x", "e[1]", "d", "prev.e or a"),
            Given.script(
                    LuaOperation.Kind.FILTER,
                    "if type(e) == 'table' then e[1] = 7 end\nreturn not prev.e or prev.e[1] ~= 7",
                    Columns.named("d", "a", "x", "e"),
                    List.of()),
            new RowOperation.Drop(Given.head("drop"), List.of(3)),
            reduce(true, "function(a, x, b, y) return b, y end", 1)
        };
        List<List<Value>> rows = rows(3, 1);
        Outcome fused = worker.run(rows, List.of(), chain);
        for (Operation each : chain) {
            rows = worker.run(rows, List.of(), each).rows();
        }
        assertThat(fused.failure()).isEmpty();
        assertThat(fused.rows()).isNotEmpty().isEqualTo(rows);
    }
}
