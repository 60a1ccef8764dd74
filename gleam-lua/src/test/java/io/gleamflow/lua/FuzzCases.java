package io.gleamflow.lua;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the fuzz test draws: kinds of statements, and how many of each. {@code show} prints its arguments so that they can be compared. */
record FuzzCases(String name, int count, Function<RandomLua, String> statement) {

    static List<FuzzCases> all() {
        return List.of(
                new FuzzCases(
                        "find",
                        12_000,
                        r -> String.format(
                                "show(pcall(string.find, %s, %s, %s%s))",
                                r.subject(), r.pattern(), r.position(), r.pick("", "", "", ", true", ", false"))),
                new FuzzCases(
                        "match",
                        7_000,
                        r -> String.format(
                                "show(pcall(string.match, %s, %s%s))",
                                r.subject(), r.pattern(), r.oneIn(2) ? "" : ", " + r.position())),
                new FuzzCases(
                        "gsub",
                        10_000,
                        r -> String.format(
                                "show(pcall(string.gsub, %s, %s, %s%s))",
                                r.subject(), r.pattern(), r.replacement(), r.oneIn(3) ? ", " + r.around(4) : "")),
                new FuzzCases(
                        "gmatch",
                        8_500,
                        r -> String.format(
                                "show(pcall(function() for a, b in string.gmatch(%s, %s) do show(a, b) end end))",
                                r.subject(), r.pattern())),
                new FuzzCases("format", 13_500, FuzzCases::format),
                new FuzzCases("numbers as text", 8_500, r -> {
                    String number = r.number();
                    return "show(" + number + ", tostring(" + number + "), " + number + " .. '')";
                }),
                new FuzzCases("text as numbers", 8_000, FuzzCases::numeral),
                new FuzzCases("numbers in other bases", 3_000, FuzzCases::based),
                new FuzzCases("programs", 4_500, r -> new RandomProgram(r).text()),
                new FuzzCases("sort", 3_500, FuzzCases::sort),
                new FuzzCases("strings", 8_500, FuzzCases::string),
                new FuzzCases(
                        "arithmetic",
                        4_500,
                        r -> String.format(
                                "local a, b = %s, %s show(a %s b, a %s b, a %s b, a == b, -a)",
                                r.number(),
                                r.number(),
                                r.pick("+", "-", "*", "/"),
                                r.pick("%", "+"),
                                r.pick("<", "<=", ">", "..", "~="))),
                new FuzzCases("tables", 2_000, FuzzCases::table),
                new FuzzCases("keys", 2_500, FuzzCases::keys),
                new FuzzCases(
                        "bits",
                        2_500,
                        r -> String.format(
                                "show(pcall(bit.%s, %s, %s))",
                                r.pick(
                                        "band", "bor", "bxor", "lshift", "rshift", "arshift", "rol", "ror", "tohex",
                                        "bnot", "bswap", "tobit"),
                                bits(r),
                                r.pick(bits(r), Integer.toString(r.around(40))))),
                new FuzzCases("math", 1_000, FuzzCases::math),
                new FuzzCases("dates", 500, FuzzCases::date));
    }

    private static String format(RandomLua r) {
        String flags = r.pick("", "", "", "-", "+", " ", "#", "0", "+0", "-0", "+ ", "#0", "-#");
        String width = r.pick("", "", "5", "12", "1", "20");
        String precision = r.pick("", "", ".", ".0", ".1", ".2", ".3", ".5", ".10", ".14", ".17");
        String kind =
                r.pick("d", "i", "u", "x", "X", "o", "e", "E", "f", "g", "G", "c", "s", "q", "a", "A", "f", "g", "s");
        String value = switch (kind) {
            case "c" -> Integer.toString(r.below(256));
            case "s" -> r.oneIn(2) ? r.bytes(12) : r.pick(r.number(), "nil", "true", "false");
            case "q" -> r.oneIn(4) ? r.number() : r.bytes(12);
            default -> r.oneIn(20) ? "'" + r.around(1000) + r.pick("", "", "x", ".5") + "'" : r.number();
        };
        String around = r.oneIn(8) ? r.pick("<", "%%", "a b") : "";
        return "show(pcall(string.format, " + RandomLua.quoted(around + "%" + flags + width + precision + kind + around)
                + ", " + value + "))";
    }

    private static String numeral(RandomLua r) {
        String text = r.number();
        if (r.oneIn(3)) {
            int at = r.below(text.length());
            text = text.substring(0, at)
                    + r.pick("e", ".", "-", " ", "0x", "x", "p", "f", "+", "0", "_", "in", "E5", "\0", "\n", "b1")
                    + text.substring(at + r.below(2));
        } else if (r.oneIn(4)) {
            text = r.pick("0x", "0X", "-0x", "0b", "")
                    + Long.toHexString(((long) r.around(1 << 30) << 32 ^ r.around(1 << 30)) >>> r.below(64))
                    + r.pick("", ".8", "p3", "p-9", ".", "g", "p", ".1p2");
        } else if (r.oneIn(6)) {
            text = r.pick("0b", "0B", "-0b") + Long.toBinaryString(r.below(1 << 20)) + r.pick("", "", ".", "2", "e1");
        }
        return "local v = tonumber(" + RandomLua.quoted(text) + ") show(v, v and string.format('%.17g', v))";
    }

    private static String based(RandomLua r) {
        int base = r.oneIn(20) ? r.around(40) : r.below(35) + 2;
        int most = Math.max(2, Math.min(36, base + (r.oneIn(20) ? 1 : 0)));
        String digits = IntStream.range(0, r.below(r.oneIn(8) ? 70 : 14))
                .mapToObj(i -> Integer.toString(r.below(most), 36))
                .collect(Collectors.joining());
        String text = r.pick("", "", " ", "-", "+", "0x") + digits + r.pick("", "", "", " ", ".", "Z", "\0");
        return "show(pcall(tonumber, " + RandomLua.quoted(text) + ", " + base + "))";
    }

    /** Numbers, strings or records, in an order that may be none. */
    private static String sort(RandomLua r) {
        int length = r.below(40);
        int kind = r.below(3);
        String items = IntStream.range(0, length)
                .mapToObj(i -> switch (kind) {
                    case 0 -> r.oneIn(8) ? Double.toString(r.around(50) / 4.0) : Integer.toString(r.around(20));
                    case 1 -> r.bytes(4);
                    default -> "{" + r.below(6) + ", " + i + "}";
                })
                .collect(Collectors.joining(", "));
        String a = kind == 2 ? "a[1]" : "a";
        String b = kind == 2 ? "b[1]" : "b";
        String order = switch (r.below(kind == 2 ? 6 : 8)) {
            case 0 -> ", function(a, b) return " + a + " > " + b + " end";
            case 1 -> ", function(a, b) return " + a + " <= " + b + " end";
            case 2 -> ", function(a, b) n = n + 1 return n % " + (r.below(5) + 2) + " == 0 end";
            case 3 -> ", function() return " + r.pick("true", "false", "nil", "1") + " end";
            case 4, 5 -> ", function(a, b) return " + a + " < " + b + " end";
            default -> "";
        };
        return "local n, t = 0, {" + items + "} local ok, e = pcall(table.sort, t" + order + ") show(ok, place(e)) "
                + "for i, v in ipairs(t) do t[i] = type(v) == 'table' and v[1] .. ':' .. v[2] or v end show(unpack(t))";
    }

    private static String string(RandomLua r) {
        String s = r.oneIn(2) ? r.bytes(12) : r.subject();
        return switch (r.below(7)) {
            case 0 -> String.format("show(pcall(string.sub, %s, %s, %s))", s, r.position(), r.position());
            case 1 -> String.format("show(pcall(string.byte, %s, %s, %s))", s, r.position(), r.position());
            case 2 ->
                String.format(
                        "show(pcall(string.rep, %s, %s%s))",
                        s, r.pick("0", "1", "2", "3", "-1", "'2'", "2.5", "nil"), r.oneIn(2) ? "" : ", " + r.bytes(3));
            case 3 -> String.format("local s = %s show(s:upper(), s:lower(), s:reverse(), #s, s:len())", s);
            case 4 ->
                "show(pcall(string.char"
                        + IntStream.range(0, r.below(6))
                                .mapToObj(i -> ", "
                                        + (r.oneIn(12)
                                                ? r.pick("256", "-1", "'65'", "65.5", "'x'")
                                                : Integer.toString(r.below(256))))
                                .collect(Collectors.joining())
                        + "))";
            case 5 ->
                String.format(
                        "local a, b = %s, %s show(a < b, a <= b, a == b, a .. b)", s, r.oneIn(3) ? s : r.bytes(8));
            default -> String.format("show(loadstring('return ' .. string.format('%%q', %s))() == %s)", s, s);
        };
    }

    private static String table(RandomLua r) {
        StringBuilder text = new StringBuilder("local t = {");
        text.append(IntStream.range(0, r.below(8))
                .mapToObj(i -> Integer.toString(r.below(100)))
                .collect(Collectors.joining(", ")));
        text.append("} ");
        for (int i = r.below(10); i > 0; i--) {
            text.append(r.pick(
                    "t[#t + 1] = " + r.below(100) + " ",
                    "table.insert(t, " + r.below(100) + ") ",
                    "table.insert(t, 1, " + r.below(100) + ") ",
                    "table.insert(t, #t + 1, " + r.below(100) + ") ",
                    "show(table.remove(t)) ",
                    "show(table.remove(t, 1)) ",
                    "if #t > 1 then show(table.remove(t, " + (r.below(2) + 1) + ")) end ",
                    "t[#t] = nil ",
                    "if #t > 2 then table.insert(t, 3, " + r.below(100) + ") end ",
                    "t.x = " + r.below(10) + " "));
        }
        return text.append(String.format(
                        "show(#t, table.maxn(t), table.concat(t, %s), pcall(table.concat, t, ',', %d, %d)) show(unpack(t, %d, %d))",
                        r.bytes(2), r.around(4), r.around(6), r.around(3), r.below(8)))
                .toString();
    }

    private static final String[] KEYS = {
        "1",
        "2",
        "3",
        "4",
        "'1'",
        "1.5",
        "true",
        "'x'",
        "'y'",
        "-1",
        "0",
        "2^53",
        "false",
        "'k' .. 1",
        "1e15",
        "16",
        "17",
        "'z'"
    };

    /** Keys of all types set, replaced and removed, also while the table is gone through. */
    private static String keys(RandomLua r) {
        StringBuilder text = new StringBuilder("local t = {" + r.pick("", "1, 2, 3", "x = 1", "x = 'a', 5") + "} ");
        boolean large = r.oneIn(4);
        for (int i = large ? r.below(120) : r.below(24) + 4; i > 0; i--) {
            String key = !large || r.oneIn(3)
                    ? r.pick(KEYS)
                    : r.oneIn(2) ? Integer.toString(r.below(40)) : "'k" + r.below(25) + "'";
            String value = r.pick("1", "'1'", "'007'", "nil", "true", "2.5", "nil", "'x'", "{}", "-0.0", "false");
            text.append(r.oneIn(12) ? "rawset(t, " + key + ", " + value + ") " : "t[" + key + "] = " + value + " ");
        }
        text.append(r.pick(
                "",
                "",
                "for k in pairs(t) do t[k] = nil end ",
                "for k, v in pairs(t) do t[k] = v == 1 and '1' or v end "));
        text.append(
                "local n = 0 for k, v in pairs(t) do n = n + 1 if rawget(t, k) ~= v then show('lost', k) end end show(n, next(t) == nil) ");
        text.append(large ? "for i = 0, 39 do show(type(t[i]), type(t['k' .. i])) end " : "");
        for (String key : KEYS) {
            text.append("show(type(t[")
                    .append(key)
                    .append("]), type(t[")
                    .append(key)
                    .append("]) ~= 'table' and t[")
                    .append(key)
                    .append("]) ");
        }
        return text.toString();
    }

    private static String bits(RandomLua r) {
        return switch (r.below(6)) {
            case 0 -> Integer.toString(r.around(300));
            case 1 -> "0x" + Integer.toHexString(r.around(1 << 30) * 4 + r.below(4));
            case 2 -> r.around(1 << 20) + r.pick(".5", ".25", ".75");
            case 3 ->
                r.pick(
                        "2^31",
                        "-2^31",
                        "2^32",
                        "2^32 - 1",
                        "2^40 + 3",
                        "-2^40 - 3",
                        "1e10",
                        "'7'",
                        "'0xff'",
                        "2^51 + 1");
            default -> Long.toString((long) r.around(1 << 30) * r.around(1 << 12));
        };
    }

    private static String math(RandomLua r) {
        return switch (r.below(4)) {
            case 0 ->
                String.format(
                        "show(math.floor(%1$s), math.abs(%1$s), math.sqrt(math.abs(%1$s)), math.modf(%1$s))",
                        r.number());
            case 1 -> String.format("show(math.fmod(%s, %s))", r.number(), r.number());
            case 2 ->
                String.format(
                        "local m, e = math.frexp(%s) show(m, m - m == 0 and e, m - m == 0 and math.ldexp(m, e - %d))",
                        r.number(), r.around(1100));
            default ->
                String.format(
                        "show(math.max(%1$s, %2$s), math.min(%1$s, %2$s), math.ceil(%1$s + 0.0) + 0)",
                        r.number(), r.number());
        };
    }

    private static String date(RandomLua r) {
        if (r.oneIn(2)) {
            return String.format(
                    "show(pcall(os.time, {year = %d, month = %d, day = %d, hour = %d, min = %d, sec = %d}))",
                    1970 + r.around(300), r.around(30), r.around(500), r.around(100), r.around(200), r.around(5000));
        }
        String conversion = "%" + r.pick("", "", "", "-", "_", "0", "^", "#") + r.pick("", "", "", "5", "12")
                + r.pick(
                        "a", "A", "b", "B", "c", "C", "d", "D", "e", "F", "g", "G", "H", "I", "j", "k", "l", "m", "M",
                        "n", "p", "P", "r", "R", "s", "S", "t", "T", "u", "U", "V", "w", "W", "x", "X", "y", "Y", "Z",
                        "%");
        return String.format(
                "show(os.date(%s, %d))", RandomLua.quoted("!" + conversion), (long) r.around(1 << 30) * r.below(20));
    }
}
