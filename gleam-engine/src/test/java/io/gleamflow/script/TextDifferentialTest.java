package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeBlock;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Characters are what the JDK takes for characters. */
class TextDifferentialTest {

    private static final int LAST = 0x1FFFF;
    private static final int ROUNDS = 1_000;

    /** Blocks of which every letter has the case of Unicode. */
    private static final Set<UnicodeBlock> COMPLETE = Set.of(
            UnicodeBlock.BASIC_LATIN,
            UnicodeBlock.LATIN_1_SUPPLEMENT,
            UnicodeBlock.LATIN_EXTENDED_A,
            UnicodeBlock.LATIN_EXTENDED_ADDITIONAL,
            UnicodeBlock.GREEK,
            UnicodeBlock.CYRILLIC,
            UnicodeBlock.CYRILLIC_SUPPLEMENTARY,
            UnicodeBlock.ARMENIAN);

    @TempDir
    Path directory;

    private static IntStream characters() {
        return IntStream.rangeClosed(0, LAST).filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    /** What a script prints for every character: the code points of what a function makes of it. */
    private List<String> mapped(ScriptRunner runtime, String function) throws Exception {
        String script = """
                local function code(c)
                  local a, b, c, d = c:byte(1, -1)
                  return not b and a or not c and (a - 192) * 64 + b - 128 or not d and (a - 224) * 4096 + (b - 128) * 64 + c - 128
                    or (a - 240) * 262144 + (b - 128) * 4096 + (c - 128) * 64 + d - 128
                end
                local bytes = string.char
                local function utf8(n)
                  local last = n %% 64 + 128
                  if n < 128 then return bytes(n) end
                  if n < 2048 then return bytes(192 + math.floor(n / 64), last) end
                  local middle = math.floor(n / 64) %% 64 + 128
                  if n < 65536 then return bytes(224 + math.floor(n / 4096), middle, last) end
                  return bytes(240 + math.floor(n / 262144), math.floor(n / 4096) %% 64 + 128, middle, last)
                end
                for n = 0, %d do
                  if n < 0xD800 or n > 0xDFFF then print(code(%s(utf8(n)))) end
                end
                """.formatted(LAST, function);
        return runtime.runWithHarness(directory, script).lines().toList();
    }

    @ParameterizedTest
    @EnumSource
    void caseIsThatOfUnicode(ScriptRunner runtime) throws Exception {
        assertThat(mapped(runtime, "text.lower")).isEqualTo(expected(Character::toLowerCase));
        assertThat(mapped(runtime, "text.upper")).isEqualTo(expected(Character::toUpperCase));
    }

    private static List<String> expected(IntUnaryOperator cased) {
        return characters()
                .map(c -> hasCase(c, cased) ? cased.applyAsInt(c) : c)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Whether we change the case of a character; no partner is far away but for those of the last line. */
    private static boolean hasCase(int c, IntUnaryOperator cased) {
        int partner = cased.applyAsInt(c);
        if (UnicodeBlock.LATIN_EXTENDED_B.equals(UnicodeBlock.of(c))) {
            boolean turnedE = c == 0x18E || c == 0x1DD;
            boolean digraph = c >= 0x1C4 && c <= 0x1CC || c >= 0x1F1 && c <= 0x1F3;
            return turnedE || digraph || Math.abs(partner - c) == 1;
        }
        return isComplete(c) && isComplete(partner);
    }

    private static boolean isComplete(int c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        return block != null && COMPLETE.contains(block);
    }

    @ParameterizedTest
    @EnumSource
    void whiteSpaceIsThatOfUnicode(ScriptRunner runtime) throws Exception {
        String script =
                "for _, s in ipairs({%s}) do print(#text.trim(s), text.isBlank(s), #text.words('a' .. s .. 'b')) end"
                        .formatted(characters()
                                .filter(c -> c < 0x4000 || c > 0xFE00 && c < 0x10000)
                                .mapToObj(c -> ScriptRunner.literal(Character.toString(c)))
                                .collect(Collectors.joining(",")));
        List<String> expected = characters()
                .filter(c -> c < 0x4000 || c > 0xFE00 && c < 0x10000)
                .mapToObj(c -> isBlank(c)
                        ? "0\ttrue\t2"
                        : Character.toString(c).getBytes(StandardCharsets.UTF_8).length + "\tfalse\t1")
                .toList();
        assertThat(runtime.runWithHarness(directory, script).lines()).containsExactlyElementsOf(expected);
    }

    private static boolean isBlank(int c) {
        boolean control = c >= '\t' && c <= '\r' || c == 0x85;
        return control || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    @ParameterizedTest
    @EnumSource
    void charactersAreCountedAndCut(ScriptRunner runtime) throws Exception {
        Random random = new Random(21);
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            int[] points = IntStream.range(0, random.nextInt(8))
                    .map(j -> character(random))
                    .toArray();
            String text = new String(points, 0, points.length);
            int from = random.nextInt(12) - 6;
            int to = random.nextInt(12) - 6;
            script.append("show_escaped(text.length(%1$s), text.sub(%1$s, %2$d, %3$d), text.padLeft(%1$s, 5, 'é'))\n"
                    .formatted(ScriptRunner.literal(text), from, to));
            expected.add(points.length + ", " + ScriptRunner.shown(sub(points, from, to)) + ", "
                    + ScriptRunner.shown("é".repeat(Math.max(0, 5 - points.length)) + text));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static int character(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 'a' + random.nextInt(26);
            case 1 -> 0x80 + random.nextInt(0x700);
            case 2 -> 0x800 + random.nextInt(0xC000);
            default -> 0x10000 + random.nextInt(0x10000);
        };
    }

    /** The peer of {@code string.sub}. */
    private static String sub(int[] points, int from, int to) {
        int first = Math.max(1, from < 0 ? points.length + from + 1 : from);
        int last = Math.min(points.length, to < 0 ? points.length + to + 1 : to);
        return first > last ? "" : new String(points, first - 1, last - first + 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUtf8IsWhatTheJdkDecodes(ScriptRunner runtime) throws Exception {
        Random random = new Random(22);
        int[] telling = {
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0,
            0xF1, 0xF4, 0xF5, 0xFF
        };
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5 * ROUNDS; i++) {
            byte[] text = new byte[random.nextInt(6)];
            for (int j = 0; j < text.length; j++) {
                text[j] = (byte) telling[random.nextInt(telling.length)];
            }
            script.append(
                    "print(text.isUtf8(%1$s), text.length(%1$s) == #text.chars(%1$s), table.concat(text.chars(%1$s)) == %1$s)\n"
                            .formatted(ScriptRunner.literal(text)));
            expected.add(isUtf8(text) + "\ttrue\ttrue");
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
