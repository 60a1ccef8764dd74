package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random calls, the same at every run, must print the same in luajit and here. */
class FuzzTest {
    private static final long SEED = 20261124;
    private static final String SHOW = """
            local function show(...)
              local values = {}
              for i = 1, select("#", ...) do
                local v = select(i, ...)
                values[i] = type(v) == "string" and string.format("%q", v) or tostring(v)
              end
              print(table.concat(values, " "))
            end
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void luajitIsThere() {
        LuaJit.assumePresent();
    }

    private void agree(int count, Function<Random, String> statement) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        StringBuilder script = new StringBuilder(SHOW);
        for (int i = 0; i < count; i++) {
            String source = statement.apply(random);
            script.append("print(")
                    .append(quoted(source))
                    .append(") do ")
                    .append(source)
                    .append(" end\n");
        }
        byte[] bytes = script.toString().getBytes(StandardCharsets.ISO_8859_1);
        List<String> ours = Scripts.run("fuzz.lua", bytes);
        List<String> theirs = LuaJit.run(directory, "fuzz.lua", bytes);
        assertThat(ours).hasSizeGreaterThanOrEqualTo(2 * count);
        assertThat(Scripts.differences(ours, theirs)).isEmpty();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append('\\').append(String.format("%03d", c)));
        return literal.append('"').toString();
    }

    private static String subject(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pick(random, "a", "b", "c", "A", "1", "2", " ", ",", ".", "(", ")", "-", "]", "é", "\n", "_"));
        }
        return text.toString();
    }

    private static String pattern(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(6) == 0 ? "^" : "");
        int open = 0;
        for (int i = random.nextInt(5); i >= 0; i--) {
            int kind = random.nextInt(14);
            if (kind == 0 && open < 3) {
                text.append('(');
                open++;
                continue;
            } else if (kind == 1 && open > 0) {
                text.append(')');
                open--;
                continue;
            } else if (kind == 2) {
                text.append(pick(random, "%b()", "%f[%a]", "%f[^%s]", "()", "%b-]"));
                continue;
            }
            text.append(pick(
                    random,
                    "a",
                    "b",
                    ".",
                    "%a",
                    "%w",
                    "%s",
                    "%d",
                    "%p",
                    "%S",
                    "%W",
                    "[abc]",
                    "[^a]",
                    "[%w_]",
                    "[a-c1-2]",
                    "[^%s,]",
                    "%.",
                    "%(",
                    "é",
                    "[]]",
                    "[^]]",
                    "%u",
                    "%l",
                    "%x",
                    "%%",
                    ",",
                    "[%]-]",
                    "-",
                    "$"));
            text.append(pick(random, "", "", "", "*", "+", "-", "?"));
        }
        text.append(")".repeat(open));
        return text.append(random.nextInt(6) == 0 ? "$" : "").toString();
    }

    @Test
    void patternsFindTheSame() throws Exception {
        agree(
                3000,
                random -> String.format(
                        "show(pcall(string.find, %s, %s, %d))",
                        quoted(subject(random)), quoted(pattern(random)), random.nextInt(5) - 1));
    }

    @Test
    void patternsReplaceTheSame() throws Exception {
        agree(
                2000,
                random -> String.format(
                        "show(pcall(string.gsub, %s, %s, %s))",
                        quoted(subject(random)),
                        quoted(pattern(random)),
                        pick(
                                random,
                                "'<%0>'",
                                "'%1'",
                                "''",
                                "'x'",
                                "string.upper",
                                "{a = '1', b = false}",
                                "function(a, b) return b end")));
    }

    @Test
    void patternsIterateTheSame() throws Exception {
        agree(
                2000,
                random -> String.format(
                        "local n = 0 show(pcall(function() for a, b in string.gmatch(%s, %s) do n = n + 1 show(n, a, b) end end))",
                        quoted(subject(random)), quoted(pattern(random))));
    }

    private static String number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(200) - 100);
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(60));
            case 2 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 3 -> random.nextInt(100000) + "." + random.nextInt(1000);
            case 4 ->
                Double.toString(Double.longBitsToDouble(random.nextLong()))
                        .replace("NaN", "0/0")
                        .replace("Infinity", "1/0");
            case 5 -> random.nextInt(1000) + ".5";
            case 6 ->
                pick(
                        random, "0", "-0.0", "1/0", "-1/0", "0/0", "2^53", "2^63", "-2^63", "1e15", "1e-5", "0.1",
                        "5e-324");
            default -> random.nextInt(100) + "e" + (random.nextInt(60) - 30);
        };
    }

    @Test
    void numbersPrintTheSame() throws Exception {
        agree(5000, random -> "show(" + number(random) + ")");
    }

    @Test
    void numbersAreReadTheSame() throws Exception {
        agree(4000, random -> {
            String text = number(random);
            if (random.nextInt(3) == 0) {
                int at = random.nextInt(text.length());
                text = text.substring(0, at)
                        + pick(random, "e", ".", "-", " ", "0x", "x", "p", "f", "+", "0", "_", "in")
                        + text.substring(at + random.nextInt(2));
            } else if (random.nextInt(4) == 0) {
                text = "0x" + Long.toHexString(random.nextLong() >>> random.nextInt(64))
                        + pick(random, "", ".8", "p3", "p-9", ".", "g");
            }
            String shown = "local v = tonumber(" + quoted(text) + ") ";
            return shown + "show(v, v and string.format('%.17g', v))";
        });
    }

    @Test
    void formatsAreTheSame() throws Exception {
        agree(6000, random -> {
            String flags = pick(random, "", "", "", "-", "+", " ", "#", "0", "+0", "-0", "+ ");
            String width = pick(random, "", "", "5", "12", "1", "20");
            String precision = pick(random, "", "", ".0", ".1", ".2", ".3", ".5", ".10", ".14", ".17");
            String kind = pick(random, "d", "i", "u", "x", "X", "o", "e", "E", "f", "g", "G", "c", "s", "f", "g");
            String value = kind.equals("c") ? Integer.toString(32 + random.nextInt(90)) : number(random);
            return "show(pcall(string.format, " + quoted("%" + flags + width + precision + kind) + ", " + value + "))";
        });
    }

    @Test
    void sortingPermutesTheSame() throws Exception {
        agree(400, random -> {
            StringBuilder items = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                items.append("{")
                        .append(random.nextInt(6))
                        .append(',')
                        .append(i)
                        .append("},");
            }
            return "local t = {" + items + "} table.sort(t, function(a, b) return a[1] < b[1] end) "
                    + "for i, v in ipairs(t) do t[i] = v[1] .. ':' .. v[2] end print(table.concat(t, ' '))";
        });
    }

    @Test
    void arithmeticIsTheSame() throws Exception {
        agree(
                4000,
                random -> String.format(
                        "local a, b = %s, %s show(a %s b, a %s b)",
                        number(random),
                        number(random),
                        pick(random, "+", "-", "*", "/", "%"),
                        pick(random, "<", "<=", "==", "..")));
    }

    @Test
    void stringsAreCutTheSame() throws Exception {
        agree(
                2000,
                random -> String.format(
                        "local s = %s show(s:sub(%d, %d), s:byte(%d, %d))",
                        quoted(subject(random)),
                        random.nextInt(30) - 15,
                        random.nextInt(30) - 15,
                        random.nextInt(30) - 15,
                        random.nextInt(30) - 15));
    }
}
