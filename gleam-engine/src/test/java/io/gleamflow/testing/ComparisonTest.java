package io.gleamflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final CellMatch EXACT = new CellMatch(0);

    private static Value text(String text) {
        return Value.Str.of(text);
    }

    private static Value number(double number) {
        return new Value.Real(number);
    }

    private static Cell cell(String csv) {
        return csv.isEmpty() ? Cell.of(new Value.Nil()) : CsvBlock.cell(text(csv));
    }

    private static List<List<Cell>> wanted(String... rows) {
        List<List<Cell>> all = new ArrayList<>();
        for (String row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (String each : row.split(",", -1)) {
                cells.add(cell(each));
            }
            all.add(cells);
        }
        return all;
    }

    private static Difference compared(
            CellMatch cells, List<List<Cell>> wanted, List<List<Value>> actual, boolean order) {
        return new Comparison(cells, wanted, actual).difference(List.of("k", "v"), order, 0);
    }

    private static List<String> table(Difference difference, CellMatch cells) {
        DifferenceTable table = new DifferenceTable(difference, cells);
        List<String> lines = new ArrayList<>(List.of(table.summary()));
        lines.addAll(table.lines());
        return lines;
    }

    @Test
    void valuesAreComparedInTheTypeTheyHave() {
        assertThat(EXACT.matches(cell("9.90"), number(9.9))).isTrue();
        assertThat(EXACT.matches(cell("9.90"), text("9.90"))).isTrue();
        assertThat(EXACT.matches(cell("9.90"), text("9.9"))).isFalse();
        assertThat(EXACT.matches(cell("007"), text("007"))).isTrue();
        assertThat(EXACT.matches(cell("007"), new Value.Int(7))).isTrue();
        assertThat(EXACT.matches(cell("7"), text("007"))).isFalse();
        assertThat(EXACT.matches(cell(""), new Value.Nil())).isTrue();
        assertThat(EXACT.matches(cell(""), text(""))).isTrue();
        assertThat(EXACT.matches(cell(""), new Value.Int(0))).isFalse();
        assertThat(EXACT.matches(cell("true"), new Value.Bool(true))).isTrue();
        assertThat(EXACT.matches(cell("nan"), number(Double.NaN))).isTrue();
        assertThat(EXACT.matches(cell("9007199254740993"), new Value.Int(9007199254740993L)))
                .isTrue();
        assertThat(EXACT.matches(cell("9007199254740992"), new Value.Int(9007199254740993L)))
                .isFalse();
        assertThat(EXACT.matches(cell("[1, \"a\"]"), new Value.ListOf(List.of(new Value.Int(1), text("a")))))
                .isTrue();
        assertThat(EXACT.matches(
                        Cell.of(new Value.MapOf(Map.of(text("a"), new Value.Int(1)))),
                        new Value.MapOf(Map.of(text("a"), new Value.Int(1)))))
                .isTrue();
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(EXACT.matches(new Cell(new Value.Str(latin), new Value.Str(latin)), new Value.Str(latin)))
                .isTrue();
    }

    @Test
    void aToleranceIsWhatItLooksLike() {
        CellMatch tenth = new CellMatch(0.1);
        assertThat(tenth.matches(cell("0.3"), number(0.2))).isTrue();
        assertThat(tenth.matches(cell("0.3"), number(0.19))).isFalse();
        assertThat(tenth.matches(cell("0.3"), text("0.2"))).isFalse();
    }

    @Test
    void equalRowsAreCountedAndOrderIsNothing() {
        List<List<Value>> actual =
                List.of(List.of(text("b"), number(2)), List.of(text("a"), number(1)), List.of(text("a"), number(1)));
        assertThat(compared(EXACT, wanted("a,1", "a,1.0", "b,2"), actual, false).isNone())
                .isTrue();
        assertThat(table(compared(EXACT, wanted("a,1", "b,2"), actual, false), EXACT))
                .containsExactly("1 unexpected (+), 2 as expected", "  k  v", "+ a  1");
        assertThat(table(compared(EXACT, wanted("a,1", "a,1", "b,2"), actual, true), EXACT))
                .containsExactly(
                        "all rows are there, in another order (~ expected -> actual)",
                        "  k       v",
                        "~ a -> b  1 -> 2",
                        "~ b -> a  2 -> 1");
    }

    @Test
    void aRowThatCouldStandForTwoIsGivenToTheOneThatHasNoOther() {
        // 1 as text and as number: the text can only be the quoted one
        Cell quoted = new Cell(text("1"), text("1"));
        List<List<Cell>> wanted = List.of(List.of(cell("1.0")), List.of(quoted));
        List<List<Value>> actual = List.of(List.of(number(1)), List.of(text("1")));
        assertThat(new Comparison(EXACT, wanted, actual)
                        .difference(List.of(), false, 0)
                        .isNone())
                .isTrue();
    }

    @Test
    void shuffledRowsAreTheSameForManySeeds() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<List<Value>> actual = new ArrayList<>();
            List<List<Cell>> wanted = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                int n = random.nextInt(20);
                actual.add(List.of(text("k" + n % 3), number(n / 4.0)));
                wanted.add(List.of(cell("k" + n % 3), cell(String.valueOf(n / 4.0))));
            }
            Collections.shuffle(actual, random);
            assertThat(compared(new CellMatch(seed % 2 * 0.01), wanted, actual, false)
                            .isNone())
                    .as("seed " + seed)
                    .isTrue();
        }
    }

    @Test
    void manyDifferencesAreCutAndCounted() {
        List<List<Value>> actual = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            actual.add(List.of(text("row\n\u001b[31m" + i), number(i)));
        }
        List<String> lines = table(compared(EXACT, wanted("a,1"), actual, false), EXACT);
        assertThat(lines).hasSize(23).first().isEqualTo("1 missing (-), 5000 unexpected (+)");
        assertThat(lines.get(22)).isEqualTo("  and 4981 more");
        assertThat(String.join("", lines)).doesNotContain("\u001b").contains("row\\n\\u001b[31m0");
    }
}
