package io.gleamflow.lua;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Pieces of Lua text by chance: literals, subjects, patterns. The same seed gives the same pieces. */
final class RandomLua {
    private static final String[] PIECES = {
        "a", "b", "c", "A", "1", "2", " ", ",", ".", "(", ")", "-", "]", "é", "\n", "_", "[", "%", "$", "^"
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
        "$",
        "%D",
        "%A",
        "%z",
        "%c",
        "[%a-]",
        "[^%z]",
        "[a-]",
        "[^^]",
        "[\1-\177]",
        "%]",
        "[%d.]",
        "1"
    };
    /** Of these, the first are the ones that match most subjects. */
    private static final int LIKELY = 17;

    private static final String[] REPETITIONS = {"", "", "", "*", "+", "-", "?"};
    private static final String[] SPECIALS = {
        "%b()", "%f[%a]", "%f[^%s]", "()", "%b-]", "%f[%z]", "%baa", "%f[%w_]", "%1", "%f[a]"
    };
    private static final String[] BREAKAGES = {"[", "%", "(", ")", "[^", "%b", "%f", "]", "[a-", "%2", "[%", "*", "%bx"
    };

    private final Random random;

    RandomLua(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From -bound to bound. */
    int around(int bound) {
        return (int) (Math.floorMod(random.nextLong(), 2L * bound + 1) - bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The bytes of a text as a literal. */
    static String quoted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder literal = new StringBuilder(bytes.length + 2).append('"');
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                literal.append((char) c);
            } else {
                literal.append('\\').append((char) ('0' + c / 100));
                literal.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
            }
        }
        return literal.append('"').toString();
    }

    /** A literal of bytes that may be any. */
    String bytes(int most) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = below(most + 1); i > 0; i--) {
            literal.append(
                    oneIn(3) ? String.format("\\%03d", below(256)) : pick("a", "B", "0", " ", "z", "\\n", "\\\\"));
        }
        return literal.append('"').toString();
    }

    String subject() {
        StringBuilder text = new StringBuilder();
        for (int i = below(14); i > 0; i--) {
            text.append(oneIn(30) ? "\0" : PIECES[below(oneIn(4) ? PIECES.length : 8)]);
        }
        return quoted(text.toString());
    }

    String pattern() {
        StringBuilder text = new StringBuilder(oneIn(6) ? "^" : "");
        int open = 0;
        for (int i = below(oneIn(4) ? 6 : 3); i >= 0; i--) {
            int kind = below(14);
            if (kind == 0 && open < 3) {
                text.append('(');
                open++;
            } else if (kind == 1 && open > 0) {
                text.append(')');
                open--;
            } else if (kind == 2) {
                text.append(pick(SPECIALS));
            } else {
                text.append(SINGLES[below(oneIn(4) ? SINGLES.length : LIKELY)]).append(pick(REPETITIONS));
            }
        }
        text.append(")".repeat(open)).append(oneIn(6) ? "$" : "");
        if (oneIn(12)) {
            text.insert(below(text.length() + 1), pick(BREAKAGES));
        }
        return quoted(text.toString());
    }

    String replacement() {
        return pick(
                "'<%0>'",
                "'%1'",
                "''",
                "'x'",
                "'%%'",
                "'%2%1'",
                "'%x.'",
                "5",
                "string.upper",
                "{a = '1', b = false, ['1'] = 2}",
                "{}",
                "{[1] = 'p', [2] = 'q'}",
                "function(a, b) return b end",
                "function(...) return select('#', ...) end",
                "function(a) return a .. a end",
                "function() end",
                "function() return {} end");
    }

    String number() {
        return switch (below(10)) {
            case 0 -> Integer.toString(around(100));
            case 1 -> Long.toString(random.nextLong() >> below(60));
            case 2 -> Double.toString(random.nextGaussian() * Math.pow(10, around(20)));
            case 3 -> below(100_000) + "." + below(1000);
            case 4 ->
                Double.toString(Double.longBitsToDouble(random.nextLong()))
                        .replace("NaN", "0/0")
                        .replace("Infinity", "1/0");
            case 5 -> below(1000) + ".5";
            case 6 ->
                pick(
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
                        "2^31-1",
                        "2^32",
                        "2^53+1",
                        "1e14",
                        "99999999999999.5");
            case 7 -> "0x" + Integer.toHexString(random.nextInt()) + pick("", "", ".8", "p-3", "p9");
            case 8 -> Double.toString(Math.scalb((double) below(1 << 20), around(60)));
            default -> below(100) + "e" + around(30);
        };
    }

    /** A small integer as scripts write positions, sometimes not quite one. */
    String position() {
        return switch (below(16)) {
            case 0 -> around(8) + ".5";
            case 1 -> "'" + around(5) + "'";
            case 2 -> pick("nil", "100", "-100", "2^31-1", "-2^31");
            default -> Integer.toString(around(12));
        };
    }
}
