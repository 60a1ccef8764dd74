package io.gleamflow.worker;

import static io.gleamflow.worker.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.LuaText;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.Value;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verb {@code lua}: init, process, finish. */
class GeneralStepTest {

    private static final Columns COLUMNS = Columns.named("user", "n");

    private static final List<List<Value>> ROWS =
            List.of(row("a", 1), row("a", 2), row("b", 5), row(1, 1), row(1.0, 2), row("nil", 7));

    private static final String SUMS = """
            local kept = "kept"
            rows = 0
            function init() total, last = 0, nil end
            function process(row, emit)
              total, rows = total + row.n, rows + 1
              last = row[1]
            end
            function finish(emit) emit(last, total, rows, kept) end
            """;

    private static Operation general(String file, String source, List<Integer> per, String... as) {
        return new LuaOperation.General(Given.head("lua", as), Given.file(file, source), COLUMNS, per);
    }

    private static String run(WorkerRunner worker, List<List<Value>> rows, Operation... operations) throws Exception {
        List<LuaText> functions = List.of(Given.file("shared.lua", "function shared(x) return x end"));
        return worker.run(rows, functions, operations).text();
    }

    @ParameterizedTest
    @EnumSource
    void withoutKeysThereIsOneStartAndOneEnd(WorkerRunner worker) throws Exception {
        assertThat(run(worker, ROWS, general("sums.lua", SUMS, List.of()))).isEqualTo("[nil, 18, 6, kept]");
        assertThat(run(worker, List.of(), general("sums.lua", SUMS, List.of()))).isEqualTo("[nil, 0, 0, kept]");
    }

    @ParameterizedTest
    @EnumSource
    void withKeysEachHasItsOwn(WorkerRunner worker) throws Exception {
        assertThat(run(worker, ROWS, general("sums.lua", SUMS, List.of(0))))
                .isEqualTo("[a, 3, 2, kept]\n[b, 5, 3, kept]\n[1, 3, 5, kept]\n[nil, 7, 6, kept]");
        assertThat(run(worker, List.of(), general("sums.lua", SUMS, List.of(0))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreEmittedInPassingTooAndByTheGlobalFunction(WorkerRunner worker) throws Exception {
        String twice = "function process(row, out) out(row.user, row.n); writeRow(row.user, row[2] * 10) end";
        assertThat(run(
                        worker,
                        ROWS.subList(0, 2),
                        general("twice.lua", twice, List.of(), "user", "n"),
                        general("sums.lua", SUMS, List.of())))
                .isEqualTo("[a, 33, 4, kept]");
    }

    @ParameterizedTest
    @EnumSource
    void globalsAreAStepsOwn(WorkerRunner worker) throws Exception {
        String counts = """
                count = 0
                function process(row, emit) count = count + 1; emit(row.user, shared(count)) end
                """;
        String keeps = "function process(row, emit) emit(row.user, row[2], rawget(_G, 'count')) end";
        assertThat(run(
                        worker,
                        ROWS.subList(0, 2),
                        general("a.lua", counts, List.of()),
                        general("b.lua", counts, List.of()),
                        general("c.lua", keeps, List.of())))
                .isEqualTo("[a, 1, nil]\n[a, 2, nil]");
    }

    @ParameterizedTest
    @EnumSource
    void whatHasBeenAssignedIsDefinedEvenAsNil(WorkerRunner worker) throws Exception {
        String source = "function init() last = nil end\nfunction process(row, emit) emit(last); last = row.n end";
        assertThat(run(worker, ROWS.subList(0, 3), general("a.lua", source, List.of(0))))
                .isEqualTo("[nil]\n[1]\n[nil]");
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsChangedIsNoOnesElse(WorkerRunner worker) throws Exception {
        String changes = "function process(row, emit) emit(row.n); row.n[1] = 'changed'; emit(row.n) end";
        Value list = new Value.ListOf(row(1, 2));
        assertThat(run(worker, List.of(row("a", list)), general("a.lua", changes, List.of())))
                .isEqualTo("[[1, 2]]\n[[changed, 2]]");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsTold(WorkerRunner worker) throws Exception {
        assertThat(run(worker, ROWS, general("none.lua", "function proces(row) end", List.of())))
                .isEqualTo("SCRIPT flow.yaml:5:3 lua: none.lua defines no global function `process(row, emit)` []");
        assertThat(run(worker, ROWS, general("odd.lua", "process = print; finish = 1", List.of())))
                .isEqualTo("SCRIPT flow.yaml:5:3 lua: `finish` of odd.lua is a number, not a function []");
        assertThat(run(worker, ROWS, general("bad.lua", "x =\n= 1", List.of())))
                .isEqualTo("SCRIPT bad.lua:2 lua: unexpected symbol near '=' []");
        assertThat(run(worker, ROWS, general("top.lua", "\nerror('at once')", List.of())))
                .isEqualTo("SCRIPT top.lua:2 lua: at once []");
    }

    @ParameterizedTest
    @EnumSource
    void failuresHaveTheRowOfProcess(WorkerRunner worker) throws Exception {
        String misspelt = "function helper() end\nfunction process(row)\n  local x = 1\n  helpr(x)\nend";
        assertThat(run(worker, ROWS, general("a.lua", misspelt, List.of())))
                .isEqualTo(
                        "SCRIPT a.lua:4 lua: `helpr` is not defined here; did you mean `helper`? [row: user=\"a\", n=1]");
        assertThat(run(worker, ROWS, general("a.lua", "function process(row, emit) emit(1, 2) end", List.of(), "one")))
                .isEqualTo(
                        "SCRIPT flow.yaml:5:3 lua: the script gave 2 values, and `as` names 1 column [row: user=\"a\", n=1]");
        assertThat(run(worker, ROWS, general("a.lua", "function process(row, emit) emit(1, print) end", List.of())))
                .isEqualTo("SCRIPT flow.yaml:5:3 lua: a function cannot be a column (column 2) [row: user=\"a\", n=1]");
        String ends = "function process(row, emit) end\nfunction finish(emit)\n  emit(nil .. '') end";
        assertThat(run(worker, ROWS, general("a.lua", ends, List.of())))
                .isEqualTo("SCRIPT a.lua:3 lua: attempt to concatenate a nil value []");
    }

    @ParameterizedTest
    @EnumSource
    void emitIsForProcessAndFinish(WorkerRunner worker) throws Exception {
        String message = ": emit is for flatMap, forEach, and process and finish of lua []";
        assertThat(run(worker, ROWS, general("a.lua", "emit(1)\nfunction process() end", List.of())))
                .isEqualTo("SCRIPT a.lua:1 lua" + message);
        assertThat(run(
                        worker,
                        ROWS,
                        general("a.lua", "function process() end\nfunction init()\n  emit(1)\nend", List.of())))
                .isEqualTo("SCRIPT a.lua:3 lua" + message);
    }
}
