package io.gleamflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gleamflow.descriptor.DescriptorReader;
import io.gleamflow.descriptor.Surroundings;
import io.gleamflow.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a file, it is a flow or has problems; nothing is thrown and nothing hangs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileDescriptorsTest {

    private static final int LARGEST = 10 << 20;
    private static final Path DIRECTORY = Path.of("src/test/resources/accepted");
    private static final List<Path> GOOD = List.of(
            DIRECTORY.resolve("everything-there-is.yaml"),
            DIRECTORY.resolve("every-verb-of-rows.yaml"),
            DIRECTORY.resolve("every-join.yaml"));

    /** What YAML, references and Lua give a meaning to. */
    private static final List<String> PIECES = List.of(
            "\n",
            "  ",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|\n",
            ">",
            "&a ",
            "*a",
            "!",
            "!!int ",
            "#",
            " #",
            "%",
            "@",
            "`",
            "${",
            "}",
            "$${out}",
            "<<: ",
            "? ",
            "\t",
            "\r",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\ud83d\ude00",
            "---\n",
            "...\n",
            "~",
            "null",
            "true",
            "0x",
            "function",
            "return ",
            "end",
            "--[[",
            "[==[",
            "row",
            "_1",
            "emit()",
            "99999999999999999999",
            "%s",
            "-1",
            "\\");

    private static Problems problems(byte[] bytes) {
        Problems problems = new Problems();
        Surroundings surroundings =
                new Surroundings(DIRECTORY, Path.of("out"), Optional.empty(), Map.of(), Map.of(), Map.of());
        DescriptorReader.read("hostile.yaml", bytes, surroundings, problems)
                .ifPresent(flow ->
                        FlowChecker.check(flow, new ProjectFiles(Path.of("target"), Path.of("target")), problems));
        return problems;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomBytesAreNoFlow(int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(2000) + 1];
        random.nextBytes(bytes);
        assertThat(problems(bytes).hasErrors()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomMutationsOfAGoodDescriptorThrowNothing(int seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String good = Files.readString(GOOD.get(i % GOOD.size()));
            String mutated = mutated(good, random);
            assertThatCode(() -> problems(utf8(mutated))).as(mutated).doesNotThrowAnyException();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(from, to);
                case 1 -> mutated.insert(from, mutated.substring(from, to));
                case 2 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(from, to));
                default -> mutated.insert(from, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return mutated.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomPiecesThrowNothing(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            StringBuilder text = new StringBuilder("steps:\n  - rows: 1\n  - map: ");
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThatCode(() -> problems(utf8(text.toString())))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void tenMegabytesAreRead() {
        String head = "steps:\n  - print:\n";
        String line = "# " + "x".repeat(77) + "\n";
        assertThat(problems(utf8(head + line.repeat((LARGEST - head.length()) / line.length())))
                        .all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("a flow begins with"));
    }

    @Test
    void aLineThatWouldTakeLongIsRefused() {
        assertThat(problems(utf8("steps:\n  - print:\n# " + "x".repeat(9 << 20)))
                        .all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("this line has 9437186 characters"));
    }

    @Test
    void moreAreRefused() {
        assertThat(problems(new byte[LARGEST + 1]).all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("10 MB"));
    }

    @ParameterizedTest
    @MethodSource
    void muchOfOneThingIsReadInNoTime(String piece) {
        String head = "steps:\n  - rows: 1\n  - map: ";
        String text = head + piece.repeat((1 << 18) / piece.length());
        assertThat(problems(utf8(text)).hasErrors()).isTrue();
    }

    static List<String> muchOfOneThingIsReadInNoTime() {
        return List.of(
                "[",
                "{",
                "- ",
                "a",
                "a ",
                "a: ",
                "\"",
                "'",
                "(",
                "x=",
                "${",
                "${a}",
                "&a ",
                "!a ",
                "? ",
                "#",
                "--",
                "\n",
                "\n- ",
                "\n  - rows: 1",
                "\n  - x: 1",
                "\n  - print: \"${a}\"",
                "\n    a: 1",
                "[[",
                "not ",
                "(json.decod)",
                "(text:lower())",
                "{{",
                "\t",
                "*a ",
                "f(",
                "..",
                "${b",
                "a,",
                "\n  - write: ${out}/a/b",
                "\n  - select: [a, 2]",
                "\n  - reduce: {a: sum(sum(x))}",
                "\n  - set: {a: prev.a}",
                "\n  - write: ${out}/{n}/a",
                "\n  - join: here",
                "\n  - union: [here, there]",
                "\n  - check: {a: ((((}");
    }

    @ParameterizedTest
    @MethodSource
    void manyDatasetsAreReadInNoTime(String piece) {
        StringBuilder text = new StringBuilder("datasets:\n");
        for (int i = 0; i < 5000; i++) {
            String at = piece.replace("NEXT", "d" + (i + 1)).replace("LAST", "d" + (i - 1));
            text.append("  d").append(i).append(": [").append(at).append("]\n");
        }
        assertThat(problems(utf8(text.toString())).hasErrors()).isTrue();
    }

    static List<String> manyDatasetsAreReadInNoTime() {
        return List.of(
                "from: NEXT",
                "from: LAST",
                "union: [LAST, NEXT]",
                "{from: LAST}, {join: NEXT}",
                "{from: LAST}, {write: a.txt}",
                "{from: nowhere}",
                "{rows: 1}, {union: LAST}");
    }

    @Test
    void aCallThatIsNeverClosedIsReadInNoTime() {
        String entry = "sum(".repeat(50_000);
        assertThat(problems(utf8("steps:\n  - rows: 1\n  - reduce: {a: '" + entry + "'}\n  - print"))
                        .hasErrors())
                .isTrue();
        assertThat(problems(utf8(
                                "steps:\n  - rows: 1\n  - reduce: {a: '" + "sum(n)+".repeat(20_000) + "1'}\n  - print"))
                        .all())
                .isNotNull();
    }

    @Test
    void aliasesThatMeanBillionsOfValuesAreRefused() {
        StringBuilder text = new StringBuilder("steps:\n  - rows: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 8; i++) {
            String alias = "*a" + (i - 1);
            text.append("  - rows: &a" + i + " [" + String.join(", ", List.of(alias, alias, alias, alias, alias, alias))
                    + "]\n");
        }
        assertThat(problems(utf8(text.toString())).all())
                .anySatisfy(problem -> assertThat(problem.message()).contains("more than 1000000 values"));
    }
}
