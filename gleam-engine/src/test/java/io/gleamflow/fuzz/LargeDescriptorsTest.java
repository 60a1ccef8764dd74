package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is as large as descriptors may be is read in a time that grows as the text does. */
class LargeDescriptorsTest {

    /** A line may have twice as many characters, which is not needed to tell a square. */
    private static final int LINE = 500_000;

    /** Each entry looks at all columns, so that these are squared. */
    private static final int COLUMNS = 2000;

    private static final String ROWS = "steps:\n  - rows: [[1]]\n    as: [a]\n";

    @TempDir
    Path base;

    static Stream<Arguments> texts() {
        String digits = "9".repeat(LINE);
        return Stream.of(
                Arguments.of("integer", "steps:\n  - rows: [[" + digits + "]]\n"),
                Arguments.of("hexadecimal", "steps:\n  - rows: [[0x" + digits + "]]\n"),
                Arguments.of(
                        "integers of lines", "steps:\n  - rows: [[!!int \"" + (digits + "\\\n").repeat(8) + "\"]]\n"),
                Arguments.of("exponent", "steps:\n  - rows: [[1e" + digits + "]]\n"),
                Arguments.of("fraction", "steps:\n  - rows: [[0." + digits + "]]\n"),
                Arguments.of("parameter", "params:\n  p: {type: number, default: '" + digits + "x'}\n" + ROWS),
                Arguments.of("tolerance", ROWS + "tests:\n  - {tolerance: " + digits + "x}\n"),
                Arguments.of("tolerance", ROWS + "tests:\n  - name: a\n    tolerance: " + digits + "x\n"),
                Arguments.of("date", ROWS + "    types: {a: date " + "y".repeat(LINE) + "}\n"),
                Arguments.of("glob", "steps:\n  - read: " + "a".repeat(LINE) + "/*.csv\n"),
                Arguments.of("glob", "steps:\n  - read: target/" + "a".repeat(LINE) + "/*.csv\n"),
                Arguments.of("path", "steps:\n  - read: " + "a/".repeat(LINE / 2) + "\n"),
                Arguments.of("slashes", "steps:\n  - read: " + "/".repeat(LINE) + "x\n"),
                Arguments.of("blanks", ROWS + "  - sort: ['a" + " ".repeat(LINE) + "x']\n"),
                Arguments.of("blanks", ROWS + "  - sort: ['a" + " a".repeat(LINE / 2) + "']\n"),
                Arguments.of("comments", ROWS + "  - lua: |\n" + "      --[==[\n".repeat(LINE / 2)),
                Arguments.of("brackets", ROWS + "  - lua: |\n" + "      x = [=[\n".repeat(LINE / 2)),
                Arguments.of("quotes", ROWS + "  - lua: |\n" + "      \"\\\n".repeat(LINE / 2)),
                Arguments.of("blank code", ROWS + "  - filter: " + "a" + " ".repeat(LINE) + "b\n"),
                Arguments.of("operators", ROWS + "  - filter: a " + "= ".repeat(LINE / 2) + "b\n"),
                Arguments.of("calls", ROWS + "  - filter: " + "f(".repeat(LINE / 2) + "\n"),
                Arguments.of(
                        "parentheses", ROWS + "  - filter: " + "(".repeat(COLUMNS) + "1" + ")".repeat(COLUMNS) + "\n"),
                Arguments.of("rows", ROWS + "  - filter: " + "row ".repeat(LINE / 4) + "\n"),
                Arguments.of("members", ROWS + "  - filter: a" + ".b".repeat(LINE / 2) + "\n"),
                Arguments.of("concatenations", ROWS + "  - set: {b: " + "a .. ".repeat(50_000) + "a}\n"),
                Arguments.of("placeholders", ROWS + "  - write: ${out}/" + "{a}x".repeat(LINE / 4) + "y.csv\n"),
                Arguments.of(
                        "overlaps",
                        ROWS + "  - write: ${out}/" + "x".repeat(200) + ".csv\n" + "  - write: ${out}/"
                                + "{a}x".repeat(30) + "y.csv\n"),
                Arguments.of("quoted", ROWS + "  - exec: '" + "a ".repeat(LINE / 2) + "'\n"),
                Arguments.of("word", "steps:\n  - " + "a".repeat(LINE) + ": 1\n"),
                Arguments.of("references", ROWS + "  - print: \"" + "${out}".repeat(LINE / 6) + "\"\n"),
                Arguments.of("unknown references", ROWS + "  - print: \"" + "${b}".repeat(LINE / 4) + "\"\n"),
                Arguments.of("many columns", columns("")),
                Arguments.of("many columns of checks", columns("  - check: {" + entries(": a1 > 0") + "}\n")),
                Arguments.of("many columns set", columns("  - set: {" + entries(": a1 + 1") + "}\n")),
                Arguments.of("many columns selected", columns("  - select: [" + entries("") + "]\n")),
                Arguments.of("many types", columns("    types: {" + entries(": int") + "}\n")),
                Arguments.of("many sums", columns("  - reduce: {" + entries(": sum(a1)") + "}\n")),
                Arguments.of("many names that are none", columns("  - select: [" + entries("x") + "]\n")),
                Arguments.of(
                        "many globals", columns("  - filter: " + entries("x").replace(",", " +") + "\n")),
                Arguments.of("many steps", ROWS + "  - set: {a: a + 1}\n".repeat(COLUMNS)),
                Arguments.of("many new columns", ROWS + sets()));
    }

    private static String columns(String step) {
        return "steps:\n  - read: x.csv\n    as: [" + entries("") + "]\n" + step + "  - print\n";
    }

    private static String entries(String behind) {
        StringBuilder text = new StringBuilder("a0" + behind);
        for (int i = 1; i < COLUMNS; i++) {
            text.append(", a").append(i).append(behind);
        }
        return text.toString();
    }

    private static String sets() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COLUMNS / 2; i++) {
            text.append("  - set: {c").append(i).append(": a}\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void itIsReadInTime(String name, String text) throws Exception {
        new Fuzz(name, 1, 1L << 30, 2000)
                .run(
                        random -> text.getBytes(StandardCharsets.UTF_8),
                        input -> assertThat(new Flows(base).problems(input)).isNotNull());
    }
}
