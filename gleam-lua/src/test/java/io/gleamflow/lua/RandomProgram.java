package io.gleamflow.lua;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small program by chance, whose errors name variables: locals, upvalues, globals and fields of all types in expressions, loops,
 * closures and calls. Expressions have no side effects, since no manual says in which order operands are taken.
 */
final class RandomProgram {
    private static final int DEEPEST = 3;
    private static final int MOST_STEPS = 30;

    private final RandomLua random;
    private int loops;

    RandomProgram(RandomLua random) {
        this.random = random;
    }

    String text() {
        Object[] values = IntStream.range(0, 7).mapToObj(i -> value()).toArray();
        return String.format("local a, b, c, t = %s, %s, %s, {x = %s, y = {z = %s}, %s} g = %s ", values)
                + "local steps = 0 local function f(p, ...) " + statements(1) + "return p, ... end "
                + "show(pcall(function(...) " + statements(0) + "return a, b, c, t.x, f(c, ...) end, " + value() + ", "
                + value() + ")) show(a, b, c, g, steps)";
    }

    private String value() {
        return random.pick("1", "2", "0", "-1", "0.5", "'x'", "'2'", "''", "nil", "true", "false", "10", "1e15");
    }

    private String statements(int depth) {
        return IntStream.range(0, random.below(4) + 1)
                .mapToObj(i -> statement(depth))
                .collect(Collectors.joining());
    }

    private String statement(int depth) {
        if (depth >= DEEPEST || random.oneIn(2)) {
            return switch (random.below(14)) {
                case 7 -> "t[#t + 1] = " + expression(1) + " ";
                case 8 ->
                    "t[" + random.pick("a", "b", "'x'", "'1'", "1.5", "true", "#t") + "] = " + expression(1) + " ";
                case 9 ->
                    "local co = coroutine.wrap(function(...) " + random.pick("a = ", "local a = ", "b, a = ")
                            + "coroutine.yield(" + expression(1) + ", ...) return " + expression(1) + " end) b = co("
                            + expression(1)
                            + ") c = co(" + expression(1) + ") ";
                case 10 ->
                    "local ok, e = pcall(function(...) " + random.pick("a = ", "local d = ", "return ") + expression(2)
                            + " end, " + expression(1) + ") b = ok c = type(e) == 'string' and e:match(':.*') or e ";
                case 11 ->
                    "local o = setmetatable({}, {"
                            + random.pick("__add", "__concat", "__lt", "__index", "__call", "__unm", "__eq", "__mul")
                            + " = function(x, y) return " + random.pick("y", "type(y)", "a", "1", "nil")
                            + " end}) b = o "
                            + random.pick("+ 1 ", ".. a ", "< o ", "* b ", "== a ", "< 1 ") + "c = "
                            + random.pick("o.x ", "1 + o ", "-o ", "o(2) ", "'x' .. o ");
                case 12 ->
                    "local n, d = select('#', p, a, nil), select(" + random.around(3) + ", a, b, c) b = n c = d ";
                case 13 ->
                    random.pick(
                            "b = ('x'):rep(2) .. type(a) ",
                            "c = select('#', a, b, unpack({1, 2})) ",
                            "a, b, c = unpack({c, a, b}, 1, 3) ",
                            "c = (function(x, ...) return ... end)(a, b) ",
                            "t.y = t ",
                            "t = {x = a, y = {z = b}} ",
                            "b = type(b):upper() ",
                            "c = ('%s'):format(type(a)) ");
                case 0 -> random.pick("a, b = b, a ", "c = {b, a} c = c[1] ", "t.x, a = a, t.x ");
                case 1 -> "local " + random.pick("a", "d", "b, c") + " = " + expression(2) + ", " + expression(1) + " ";
                case 2 -> "t." + random.pick("x", "w") + " = " + expression(2) + " ";
                case 3 -> "g = " + expression(2) + " ";
                case 4 -> "t.f = function(...) return a, ... end ";
                default -> random.pick("a", "b", "c") + " = " + expression(3) + " ";
            };
        }
        int loop = loops++;
        String body =
                statements(depth + 1) + "steps = steps + 1 if steps > " + MOST_STEPS + " then error('steps', 0) end ";
        return switch (random.below(7)) {
            case 0 ->
                "if " + expression(3) + " then " + body + "elseif " + expression(1) + " then " + statements(depth + 1)
                        + "else " + statements(depth + 1) + "end ";
            case 1 ->
                "for i = " + random.around(3) + ", " + random.around(3) + random.pick("", "", ", 2", ", -1", ", 0.5")
                        + " do " + body + random.pick("", "a = i ", "if i == 1 then break end ") + "end ";
            case 2 -> "for k, v in ipairs({" + expression(1) + ", " + expression(1) + "}) do " + body + "b = v end ";
            case 3 ->
                "while " + expression(2) + " do " + body + random.pick("break ", "if steps > 3 then break end ")
                        + "end ";
            case 4 -> "repeat local d = " + expression(2) + " " + body + "until d or steps > " + random.below(20) + " ";
            case 5 ->
                "do local fs = {} for i = 1, 2 do fs[i] = function() i = i + 1 " + random.pick("a = i ", "")
                        + "return i, " + expression(1) + " end end c = fs[" + (random.below(2) + 1) + "]() + (fs[1]()) "
                        + body + "end ";
            default ->
                "for j = 1, 2 do " + body + "if " + expression(2) + " then goto l" + loop + " end "
                        + random.pick("b = j ", "") + "::l" + loop + ":: end ";
        };
    }

    private String expression(int depth) {
        if (depth == 0 || random.oneIn(4)) {
            return random.pick(
                    "a", "b", "c", "t.x", "t.y.z", "t.w", "t[1]", "g", "none", "a", "b", "1", "2", "'x'", "nil", "true",
                    "#t", "t.y.w");
        }
        String left = expression(depth - 1);
        return switch (random.below(14)) {
            case 0, 1 -> "(" + left + random.pick(" + ", " - ", " * ", " / ", " % ") + expression(depth - 1) + ")";
            case 2, 3 ->
                "(" + left + random.pick(" == ", " ~= ", " < ", " <= ", " > ", " >= ") + expression(depth - 1) + ")";
            case 4, 5, 6 -> "(" + left + random.pick(" and ", " or ") + expression(depth - 1) + ")";
            case 7 -> "(" + left + " .. " + expression(depth - 1) + random.pick("", " .. 'y'") + ")";
            case 8 -> random.pick("- ", "not ", "not not ") + left;
            case 9 -> "(function(...) return " + left + " end)(" + expression(depth - 1) + ")";
            case 10 -> "type(" + left + ")";
            case 11 -> "({" + left + ", " + expression(depth - 1) + "})[" + (random.below(2) + 1) + "]";
            case 12 -> "select('#', " + left + ", " + expression(depth - 1) + ")";
            default -> left + random.pick(" == nil", " ~= nil", "");
        };
    }
}
