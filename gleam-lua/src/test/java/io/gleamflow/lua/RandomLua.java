package io.gleamflow.lua;

import java.util.Random;

/** Pieces of random Lua: subjects, patterns, numbers. */
final class RandomLua {
    private static final String[] LETTERS = {
        "a", "b", "c", "A", "1", "2", " ", ",", ".", "(", ")", "-", "]", "é", "\n", "_", "\0", "%", "[", "\t"
    };
    private static final String[] SINGLES = {
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
        "%A",
        "%D",
        "%P",
        "%c",
        "%C",
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
        "%L",
        "%U",
        "%x",
        "%X",
        "%z",
        "%Z",
        "%%",
        ",",
        "[%]-]",
        "-",
        "$",
        "[%a-z]",
        "[a-]",
        "[-a]",
        "[^%w%s]",
        "[%z]",
        "[^\n]",
        "[\200-\255]",
        "%[",
        "%1",
        "^"
    };
    private static final String[] BROKEN = {"%", "[a", "[^", "(", ")", "%b", "%f", "%b(", "[a-", "[%", "%9", "(()", "[]"
    };

    private RandomLua() {}

    static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append('\\').append(String.format("%03d", c & 0xff)));
        return literal.append('"').toString();
    }

    static String subject(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pick(random, LETTERS));
        }
        return text.toString();
    }

    /** A pattern, one in thirty of them malformed. */
    static String pattern(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(6) == 0 ? "^" : "");
        int open = 0;
        for (int i = random.nextInt(5); i >= 0; i--) {
            int kind = random.nextInt(14);
            if (kind == 0 && open < 3) {
                text.append('(');
                open++;
            } else if (kind == 1 && open > 0) {
                text.append(')');
                open--;
            } else if (kind == 2) {
                text.append(pick(random, "%b()", "%f[%a]", "%f[^%s]", "()", "%b-]", "%bxx", "%f[%z]", "%f[%W]"));
            } else {
                text.append(pick(random, SINGLES)).append(pick(random, "", "", "", "*", "+", "-", "?"));
            }
        }
        if (random.nextInt(30) == 0) {
            text.append(pick(random, BROKEN));
        }
        text.append(")".repeat(open));
        return text.append(random.nextInt(6) == 0 ? "$" : "").toString();
    }

    static String number(Random random) {
        return switch (random.nextInt(9)) {
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
                        random,
                        "0",
                        "-0.0",
                        "1/0",
                        "-1/0",
                        "0/0",
                        "2^53",
                        "2^63",
                        "-2^63",
                        "1e15",
                        "1e-5",
                        "0.1",
                        "5e-324",
                        "2^31",
                        "-2^31",
                        "2^32",
                        "0x7fffffff",
                        "99999999999999.5",
                        "1e14",
                        "123456789012345");
            case 7 -> Double.toString((random.nextInt(2_000_000) - 1_000_000) / 1000.0);
            default -> random.nextInt(100) + "e" + (random.nextInt(60) - 30);
        };
    }

    static String integer(Random random) {
        return Integer.toString(random.nextInt(30) - 15);
    }
}
