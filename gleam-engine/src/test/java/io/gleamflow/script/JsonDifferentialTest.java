package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random JSON, with blanks and escapes wherever they may be, comes back in its one canonical form. */
class JsonDifferentialTest {

    private static final int ROUNDS = 600;
    private static final String[] NUMBERS = {
        "0", "-1", "7", "12.5", "-0.25", "1e+100", "9007199254740992", "123456789", "0.1", "1e-07"
    };
    private static final String[] CHARACTERS = {
        "a", "Z", "\"", "\\", "/", "\n", "\t", "\u0001", "é", "€", "😀", " ", "{", "]", ":"
    };

    @TempDir
    Path directory;

    private final Random random = new Random(31);

    @ParameterizedTest
    @EnumSource
    void textsComeBackInCanonicalForm(ScriptRunner runtime) throws Exception {
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Object value = value(4);
            String canonical = write(value, false);
            script.append("show_escaped(json.encode(json.decode(%s, {null = json.null})))\n"
                    .formatted(ScriptRunner.literal(write(value, true))));
            expected.add(ScriptRunner.shown(canonical));
            // what is written with line breaks is the same value
            script.append("local v = json.decode(%s, {null = json.null}) ".formatted(ScriptRunner.literal(canonical)));
            script.append(
                    "print(json.encode(json.decode(json.encode(v, {indent = 3}), {null = json.null})) == json.encode(v))\n");
            expected.add("true");
        }
        // a function of Lua has at most 200 variables
        String blocks = script.toString().replace("local v = ", "v = ");
        assertThat(runtime.runWithHarness(directory, blocks).lines()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void numbersReadBackAsThemselves(ScriptRunner runtime) throws Exception {
        StringBuilder script = new StringBuilder("local function both(s) local n = json.decode(s) print(json.encode(n))"
                + " print(json.decode(json.encode(n)) == n and tonumber(s) == n) end\n");
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            double number = random.nextBoolean()
                    ? Double.longBitsToDouble(random.nextLong())
                    : Math.scalb((double) random.nextInt(1 << 20), random.nextInt(80) - 40);
            if (Double.isFinite(number)) {
                numbers.add(number);
                script.append("both(\"%s\")\n".formatted(Double.toString(number)));
            }
        }
        List<String> lines =
                runtime.runWithHarness(directory, script.toString()).lines().toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(Double.parseDouble(lines.get(2 * i))).isEqualTo(numbers.get(i) + 0.0);
            assertThat(lines.get(2 * i + 1)).isEqualTo("true");
        }
        assertThat(lines).hasSize(2 * numbers.size());
    }

    /** A text with something wrong is refused, or is another text that is right: never an internal error. */
    @ParameterizedTest
    @EnumSource
    void brokenTextsAreRefusedAtAPlace(ScriptRunner runtime) throws Exception {
        StringBuilder script = new StringBuilder("""
                local function try(s)
                  local ok, e = pcall(function() local v = json.decode(s) return json.encode(v) end)
                  print(ok or e:find("^script.lua:%d+: json.decode: line %d+, column %d+ .byte %d+.: ") ~= nil or e)
                end
                """);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] text = write(value(3), true).getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(text.length);
            switch (random.nextInt(3)) {
                case 0 -> text = Arrays.copyOf(text, at);
                case 1 -> text[at] = (byte) "\"{}[],:0-\\ ntf\u0000é".charAt(random.nextInt(16));
                default -> text[at] ^= (byte) (1 << random.nextInt(8));
            }
            script.append("try(%s)\n".formatted(ScriptRunner.literal(text)));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines())
                .hasSize(ROUNDS)
                .containsOnly("true");
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> new Numeral(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 -> text();
            case 4, 5 -> {
                List<@Nullable Object> list = new ArrayList<>();
                IntStream.range(0, random.nextInt(5)).forEach(i -> list.add(value(depth - 1)));
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new TreeMap<>((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
                IntStream.range(0, random.nextInt(5)).forEach(i -> map.put(text(), value(depth - 1)));
                yield map;
            }
        };
    }

    /** A number as it is written. */
    private record Numeral(String text) {}

    private String text() {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> CHARACTERS[random.nextInt(CHARACTERS.length)])
                .collect(Collectors.joining());
    }

    /** The peer; when it is loose it writes blanks and escapes that need not be. */
    private String write(@Nullable Object value, boolean loose) {
        String blank = loose ? List.of("", " ", "\n", "\t \r\n").get(random.nextInt(4)) : "";
        String written;
        if (value instanceof List<?> list) {
            written = list.stream().map(each -> write(each, loose)).collect(Collectors.joining(",", "[" + blank, "]"));
        } else if (value instanceof Map<?, ?> map) {
            written = map.entrySet().stream()
                    .map(entry -> write(entry.getKey(), loose) + ":" + write(entry.getValue(), loose))
                    .collect(Collectors.joining(",", "{" + blank, "}"));
        } else if (value instanceof String text) {
            written = '"' + text.codePoints().mapToObj(c -> character(c, loose)).collect(Collectors.joining()) + '"';
        } else {
            written = value instanceof Numeral number ? number.text() : String.valueOf(value);
        }
        return blank + written + blank;
    }

    private String character(int c, boolean loose) {
        if (loose && random.nextInt(4) == 0) {
            return Character.toString(c).chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
        }
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '/' -> loose && random.nextBoolean() ? "\\/" : "/";
            default -> c < ' ' ? "\\u%04x".formatted(c) : Character.toString(c);
        };
    }
}
