package io.gleamflow.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes descriptors by lines, words and indents, so that most stay YAML and many come as far as the checks. */
final class DescriptorMutation {

    private static final List<String> PIECES = List.of(
            "",
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
            ">-\n",
            "&a ",
            "*a",
            "!",
            "!!int ",
            "!!binary ",
            "#",
            " #",
            "%",
            "@",
            "`",
            "${",
            "}",
            "${out}",
            "$${out}",
            "${env.HOME}",
            "${p}",
            "<<: ",
            "? ",
            "\t",
            "\r",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\u0085",
            "\ud83d\ude00",
            "---\n",
            "...\n",
            "~",
            "null",
            "true",
            "0x",
            "0o7",
            ".inf",
            "1e999999999",
            "-1",
            "99999999999999999999",
            "9223372036854775807",
            "2147483648",
            "-0",
            "1_000",
            "function(a) return a end",
            "return ",
            "end",
            "--[[",
            "[==[",
            "row",
            "_1",
            "emit()",
            "prev.a",
            "sum(",
            ")",
            "count()",
            "percentile(a, 101)",
            "%s",
            "%",
            "\\",
            "(",
            "(.*)*",
            "a.b",
            "..",
            "/",
            "a, b",
            "=",
            "==",
            "not ",
            "{n}",
            "*",
            "**",
            "x.csv",
            "x.csv.zst",
            "1 GB",
            "10%",
            "yyyy",
            "desc",
            "json.decode(",
            "(text:lower())",
            "...",
            "[[",
            "a[",
            "''",
            "\"\"",
            "{a: 1}",
            "[a, 2]",
            "[]",
            "{}");

    /** Texts that grow what they stand in. */
    private static final List<String> GROWING = List.of(
            "(", "{", "[", "a.", "sum(", "- ", "x ", "${a}", "not ", "-", "..", "'", "\\", "a,", "  ", "9", "é", "f(");

    private static final int LONG = 3000;

    private DescriptorMutation() {}

    /** One of the descriptors, changed some times. */
    static String of(List<String> seeds, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(pick(seeds, random).split("\n", -1)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            once(lines, seeds, random);
        }
        return String.join("\n", lines);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static void once(List<String> lines, List<String> seeds, Random random) {
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(14)) {
            case 0 -> lines.set(at, lines.get(other));
            case 1 -> lines.add(at, lines.get(other));
            case 2 -> lines.set(at, "");
            case 3 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
            case 4 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 5 -> {
                // a line of another flow
                String[] others = pick(seeds, random).split("\n", -1);
                lines.add(at, others[random.nextInt(others.length)]);
            }
            case 6, 7 -> lines.set(at, exchanged(line, lines.get(other), random));
            case 8 -> lines.set(at, keyOf(lines.get(other), line));
            case 9 ->
                lines.set(
                        at,
                        line.replaceFirst(
                                ": .*", ": " + java.util.regex.Matcher.quoteReplacement(pick(PIECES, random))));
            case 10 -> lines.set(at, line.replaceFirst(":", ": &a"));
            case 11 ->
                lines.set(
                        at,
                        inserted(
                                line,
                                pick(GROWING, random).repeat(1 + random.nextInt(random.nextInt(40) == 0 ? LONG : 20)),
                                random));
            default -> lines.set(at, inserted(line, pick(PIECES, random), random));
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private static String inserted(String line, String piece, Random random) {
        int at = random.nextInt(line.length() + 1);
        int to = Math.min(line.length(), at + random.nextInt(4));
        return line.substring(0, at) + piece + line.substring(to);
    }

    /** A word of one line in the place of a word of the other. */
    private static String exchanged(String line, String other, Random random) {
        String[] words = line.split("(?<=\\W)|(?=\\W)", -1);
        String[] others = other.split("(?<=\\W)|(?=\\W)", -1);
        words[random.nextInt(words.length)] = others[random.nextInt(others.length)];
        return String.join("", words);
    }

    /** The key of one line before the value of the other. */
    private static String keyOf(String line, String value) {
        int end = line.indexOf(':');
        int start = value.indexOf(':');
        return end < 0 || start < 0 ? value : line.substring(0, end) + value.substring(start);
    }
}
