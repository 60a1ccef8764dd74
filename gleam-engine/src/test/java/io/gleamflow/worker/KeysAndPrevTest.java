package io.gleamflow.worker;

import static io.gleamflow.plan.LuaOperation.Kind.FILTER;
import static io.gleamflow.plan.LuaOperation.Kind.FLAT_MAP;
import static io.gleamflow.plan.LuaOperation.Kind.MAP;
import static io.gleamflow.worker.Given.row;
import static io.gleamflow.worker.Given.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.Value;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code prev}, {@code per}, {@code keep}, and reductions by several columns or by none. */
class KeysAndPrevTest {

    private static final Columns KV = Columns.named("k", "v");

    private static String run(WorkerRunner worker, List<List<Value>> rows, Operation... operations) throws Exception {
        return worker.run(rows, List.of(), operations).text();
    }

    @ParameterizedTest
    @EnumSource
    void prevOfMapIsTheRowThatLeftUnderItsNewNames(WorkerRunner worker) throws Exception {
        String source = """
                if v == 0 then return end
                return k, (prev.sum or 0) + v, next(prev) == nil, prev[1], prev.v
                """;
        Operation map = script(MAP, source, KV, List.of(0), "k", "sum", "new", "was", "none");
        assertThat(run(worker, List.of(row("a", 1), row("a", 0), row("a", 2), row("b", 5)), map))
                .isEqualTo("[a, 1, true, nil, nil]\n[a, 3, false, a, nil]\n[b, 5, true, nil, nil]");
        Operation all = script(MAP, source, KV, List.of(), "k", "sum", "new", "was", "none");
        assertThat(run(worker, List.of(row("a", 1), row("b", 5)), all))
                .isEqualTo("[a, 1, true, nil, nil]\n[b, 6, false, a, nil]");
    }

    @ParameterizedTest
    @EnumSource
    void prevOfFilterIsTheRowThatCameBeforeWhetherKeptOrNot(WorkerRunner worker) throws Exception {
        Operation filter = script(FILTER, "v ~= prev.v and prev[2] ~= 2", KV, List.of(0));
        List<List<Value>> rows = List.of(
                row("a", 1), row("a", 1), row("a", 2), row("a", 3), row("a", 4), row(1, 4), row(1.0, 4), row(true, 4));
        assertThat(run(worker, rows, filter)).isEqualTo("[a, 1]\n[a, 2]\n[a, 4]\n[1, 4]\n[true, 4]");
    }

    @ParameterizedTest
    @EnumSource
    void tablesInPrevAreAsTheyLeft(WorkerRunner worker) throws Exception {
        Value list = new Value.ListOf(row(1, 2));
        Operation changing = script(FILTER, "v[1] = 9\nk[1] = 9\nreturn not prev.v or prev.v[1] == 1", KV, List.of(0));
        Operation behind = script(MAP, "v[1] = 8; return v[1], v", KV, List.of());
        assertThat(run(worker, List.of(row(list, list), row(list, list)), changing, behind))
                .isEqualTo("[8, [8, 2]]\n[8, [8, 2]]");
    }

    @ParameterizedTest
    @EnumSource
    void keptColumnsStandBeforeNewOnes(WorkerRunner worker) throws Exception {
        Operation flat = new LuaOperation.Script(
                FLAT_MAP,
                Given.head("flatMap", "x"),
                Given.lua("emit(#v)\nemit({v})\nreturn v:gmatch('%a')"),
                KV,
                List.of(),
                List.of(1, 0, 4));
        Operation count = script(MAP, "_1, _2, _3, row[4]", Columns.UNKNOWN, List.of());
        assertThat(run(worker, List.of(row(0.5, "ab")), flat, count))
                .isEqualTo("[ab, 0.5, nil, 2]\n[ab, 0.5, nil, [ab]]\n[ab, 0.5, nil, a]\n[ab, 0.5, nil, b]");
        Operation wrong = new LuaOperation.Script(
                FLAT_MAP, Given.head("flatMap", "x"), Given.lua("emit(1, 2)"), KV, List.of(), List.of(0));
        assertThat(run(worker, List.of(row("a", 2)), wrong))
                .isEqualTo(
                        "SCRIPT flow.yaml:5:3 flatMap: the script gave 2 values, and `as` names 1 column [row: k=\"a\", v=2]");
        Operation odd = new LuaOperation.Script(
                FLAT_MAP, Given.head("flatMap"), Given.lua("emit(1, print)"), KV, List.of(), List.of(0));
        assertThat(run(worker, List.of(row("a", 2)), odd))
                .isEqualTo(
                        "SCRIPT flow.yaml:5:3 flatMap: a function cannot be a column (column 3) [row: k=\"a\", v=2]");
    }

    @ParameterizedTest
    @EnumSource
    void withoutKeysAllRowsBecomeOneAndNoRowsNone(WorkerRunner worker) throws Exception {
        List<List<Value>> rows = List.of(row("a", 1), row("b", 2), row("c", 3));
        String joins = "function(s, n, t, m) return s .. t, n + m end";
        for (Operation reduce : reductions(joins, 0)) {
            assertThat(run(worker, rows, reduce)).isEqualTo("[abc, 6]");
            assertThat(run(worker, List.of(), reduce)).isEmpty();
        }
        for (Operation reduce : reductions("function(s, n) return 1 end", 0)) {
            assertThat(run(worker, rows, reduce))
                    .contains("the function returned 1 value where a row has 2 [row: k=\"b\", v=2]");
            assertThat(run(worker, List.of(row(1), row(1, 2)), reduce))
                    .contains("a row has 2 values, and rows before it had 1");
        }
    }

    private static List<Operation> reductions(String source, int keys) {
        return List.of(
                new LuaOperation.PartialReduce(Given.head("reduce"), Given.lua(source), KV, keys),
                new LuaOperation.FinalReduce(Given.head("reduce"), Given.lua(source), KV, keys));
    }

    @ParameterizedTest
    @EnumSource
    void frontAndDropRefuseRowsThatAreTooNarrow(WorkerRunner worker) throws Exception {
        List<List<Value>> rows = List.of(row(1, 2, 3), row(1));
        assertThat(run(worker, rows, new RowOperation.Front(Given.head("front"), List.of(2, 1))))
                .isEqualTo("[3, 2, 1]\nDATA flow.yaml:5:3 front: there is no column 3 in a row of 1 columns [row: 1]");
        assertThat(run(worker, rows, new RowOperation.Drop(Given.head("drop"), List.of(2, 1))))
                .isEqualTo("[1]\nDATA flow.yaml:5:3 drop: there is no column 2 in a row of 1 columns [row: 1]");
    }
}
