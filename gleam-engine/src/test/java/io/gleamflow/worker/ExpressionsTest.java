package io.gleamflow.worker;

import static io.gleamflow.plan.LuaOperation.Result.CHECK;
import static io.gleamflow.plan.LuaOperation.Result.MAP;
import static io.gleamflow.plan.LuaOperation.Result.SET;
import static io.gleamflow.worker.Given.expressions;
import static io.gleamflow.worker.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.Value;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several scripts for a row: set, map by columns, check. */
class ExpressionsTest {

    private static final Columns AB = Columns.named("a", "b");

    private static String run(WorkerRunner worker, Operation operation, List<List<Value>> rows) throws Exception {
        return worker.run(rows, List.of(), operation).text();
    }

    @ParameterizedTest
    @EnumSource
    void eachEntryOfSetSeesThoseAbove(WorkerRunner worker) throws Exception {
        Operation set = expressions(SET, AB, List.of(), "a", "a + 1", "c", "a * b", "b", "row.c .. '!' .. #row");
        assertThat(run(worker, set, List.of(row(1, 2), row(3, 4)))).isEqualTo("[2, 4!3, 4]\n[4, 16!3, 16]");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstResultIsTakenAndNoneIsNil(WorkerRunner worker) throws Exception {
        Operation set = expressions(SET, AB, List.of(), "a", "a:gsub('x', 'y')", "c", "nil", "d", "unpack({})");
        assertThat(run(worker, set, List.of(row("xx", 2)))).isEqualTo("[yy, 2, nil, nil]");
        Operation map = expressions(MAP, AB, List.of(), "x", "a:gsub('x', 'y')", "y", "unpack({})");
        assertThat(run(worker, map, List.of(row("xx", 2)))).isEqualTo("[yy, nil]");
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsTooShortGetsNilInBetween(WorkerRunner worker) throws Exception {
        Operation set = expressions(SET, AB, List.of(), "c", "a");
        assertThat(run(worker, set, List.of(row(7)))).isEqualTo("[7, nil, 7]");
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreSeenAsTheyWillLeave(WorkerRunner worker) throws Exception {
        Operation set = expressions(
                SET, AB, List.of(), "a", "{1, 2, {x = a}}", "b", "{a, #a}", "c", "b[1][3].x", "d", "-0 * c", "a", "{}");
        assertThat(run(worker, set, List.of(row(5, 1)))).isEqualTo("[[], [[1, 2, {x=5}], 3], 5, 0]");
    }

    @ParameterizedTest
    @EnumSource
    void prevIsTheRowThatLeftBefore(WorkerRunner worker) throws Exception {
        Operation set = expressions(
                SET, AB, List.of(0), "total", "(prev.total or 0) + b", "n", "(prev[4] or 0) + 1", "b", "prev.b");
        String text = run(worker, set, List.of(row(1, 10), row(1.0, 5), row("1", 3), row("1", 4)));
        assertThat(text).isEqualTo("[1, nil, 10, 1]\n[1, nil, 15, 2]\n[1, nil, 3, 1]\n[1, nil, 7, 2]");
        Operation map = expressions(MAP, AB, List.of(), "last", "b", "before", "prev.last", "ago", "prev.before");
        assertThat(run(worker, map, List.of(row(1, 10), row(1, 5), row(2, 3))))
                .isEqualTo("[10, nil, nil]\n[5, 10, nil]\n[3, 5, 10]");
    }

    @ParameterizedTest
    @EnumSource
    void aCheckNamesAllThatFailed(WorkerRunner worker) throws Exception {
        String longText = "a ~= 'x' and   b == 2 and b ~= 3 and b ~= 4 and b ~= 5 and b ~= 61 and b ~= 7";
        Operation check =
                expressions(CHECK, AB, List.of(), "known", "a", "has b", "b", "", longText, "short", "b == 2 or false");
        assertThat(run(worker, check, List.of(row("y", 2)))).isEqualTo("[y, 2]");
        assertThat(run(worker, check, List.of(row("y", 2), row("x", "nil"))))
                .isEqualTo("[y, 2]\nSCRIPT flow.yaml:12 step: `has b`, `a ~= 'x' and b == 2 and b ~= 3 and b ~"
                        + "= 4 and b ~= 5 and b ~…`, `short` [row: a=\"x\", b=nil]");
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongIsToldAtTheEntry(WorkerRunner worker) throws Exception {
        List<List<Value>> rows = List.of(row("x", "nil"));
        assertThat(run(worker, expressions(SET, AB, List.of(), "a", "1", "c", "b + a"), rows))
                .isEqualTo("SCRIPT flow.yaml:12 step: attempt to perform arithmetic on column 'b' (a nil value)"
                        + " [row: a=1, b=nil]");
        assertThat(run(worker, expressions(MAP, AB, List.of(), "p", "1", "q", "print"), rows))
                .isEqualTo("SCRIPT flow.yaml:12 step: the result is a function; call it, as in `parse(line)`"
                        + " [row: a=\"x\", b=nil]");
        String thread = "coroutine.create(function() end)";
        assertThat(run(worker, expressions(SET, AB, List.of(), "c", "1", "b", thread), rows))
                .isEqualTo(
                        "SCRIPT flow.yaml:12 step: a thread cannot be a column (column 2) [row: a=\"x\", b=nil, c=1]");
        assertThat(run(worker, expressions(MAP, AB, List.of(), "c", "1", "b", "{" + thread + "}"), rows))
                .isEqualTo("SCRIPT flow.yaml:12 step: a thread cannot be a column (column 2) [row: a=\"x\", b=nil]");
        assertThat(run(worker, expressions(CHECK, AB, List.of(), "ok", "true", "bad", "error('no', 0)"), rows))
                .isEqualTo("SCRIPT flow.yaml:12 step: no [row: a=\"x\", b=nil]");
    }
}
