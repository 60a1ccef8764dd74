package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 3: scripts that fail. */
class LuaFaultsTest extends FaultSuite {

    private static final int ROWS = 3000;

    /** A flow of the numbers from 1 through a script in a block. */
    private static Fault map(String name, String... script) {
        return step(name, "map: |", script);
    }

    private static Fault step(String name, String verb, String... script) {
        return Fault.of(3, name)
                .lua()
                .flow("steps:\n  - rows: " + ROWS + "\n  - " + verb + "\n" + Stream.lines(script)
                        + "  - write: target/out.txt\n");
    }

    /** Lines of code, indented as the value of a key of a step. */
    private static final class Stream {
        static String lines(String... script) {
            return java.util.Arrays.stream(script)
                    .map(line -> "      " + line + "\n")
                    .collect(Collectors.joining());
        }
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @Override
    List<Fault> faults() {
        return List.of(
                map("a mistake in a script is told before the run", "local x =", "return n")
                        .refused("return n", "this is not Lua: unexpected `return`"),
                map("a name that nobody defined is told before the run", "return nn")
                        .refused("return nn", "nn"),
                map("an error on the first row is told", "if n == 1 then", "  error('on ' .. n)", "end", "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "error('on", "on 1"),
                map("an error on a middle row is told", "if n == 1500 then", "  error('on ' .. n)", "end", "return n")
                        .fails(Blame.SCRIPT, "error('on", "on 1500"),
                map("an error on the last row is told", "if n == 3000 then", "  error('on ' .. n)", "end", "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "error('on", "on 3000"),
                map("an error that is a table is told", "if n == 9 then error({code = 5}) end", "return n")
                        .fails(Blame.SCRIPT, "if n == 9", "(error object is a table value)"),
                map(
                                "an error that knows its text is told with it",
                                "if n == 9 then",
                                "  error(setmetatable({}, {__tostring = function() return 'own words' end}))",
                                "end",
                                "return n")
                        .fails(Blame.SCRIPT, "own words", "own words"),
                map(
                                "an error whose text fails is told nevertheless",
                                "if n == 9 then",
                                "  error(setmetatable({}, {__tostring = function() error('again') end}))",
                                "end",
                                "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "again", "error"),
                map("an error of nothing is told", "if n == 9 then error() end", "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "if n == 9", "nil"),
                map("an error of several lines is told by its first", "error('one\\ntwo')", "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "error('one", "one"),
                map("arithmetic on nothing names the column", "local missing", "return n + missing")
                        .fails(Blame.SCRIPT, "n + missing", "attempt to perform arithmetic on"),
                map("an error that is caught is none", "pcall(error, 'x')", "return n")
                        .slow()
                        .succeeds("target/out.txt", numbers(ROWS)),
                map("an error in a coroutine is told", "return coroutine.wrap(function() error('inside') end)()")
                        .fails(Blame.SCRIPT, "inside", "inside"),
                step(
                                "an error in an iterator is told",
                                "flatMap: |",
                                "return function()",
                                "  error('in the iterator')",
                                "end")
                        .fails(Blame.SCRIPT, "in the iterator", "in the iterator"),
                step("an error in a filter is told", "filter: |", "if n > 5 then error('refused') end", "return true")
                        .slow()
                        .fails(Blame.SCRIPT, "refused", "refused"),
                step(
                                "an error in reduce is told",
                                "reduce: |",
                                "function(a, b)",
                                "  if b == 77 then",
                                "    error('at 77')",
                                "  end",
                                "  return a + b",
                                "end")
                        .fails(Blame.SCRIPT, "at 77", "at 77"),
                step(
                                "an error in the last half of a reduce is told",
                                "reduce: |",
                                "function(a, b)",
                                "  if a + b == 4501500 then",
                                "    error('at the end')",
                                "  end",
                                "  return a + b",
                                "end")
                        .fails(Blame.SCRIPT, "at the end", "at the end"),
                step("too few values from reduce are told", "reduce: |", "function(a, b) return end")
                        .fails(Blame.SCRIPT, "reduce: |", "the function returned 0 values where a row has 1"),
                step("too many values from reduce are told", "reduce: |", "function(a, b) return a, b end")
                        .slow()
                        .fails(Blame.SCRIPT, "reduce: |", "the function returned 2 values where a row has 1"),
                map("too many values for the names are told", "x")
                        .flow("steps:\n  - rows: 9\n  - map: n, n\n    as: [a]\n  - write: target/out.txt\n")
                        .fails(Blame.SCRIPT, "- map:", "the script gave 2 values, and `as` names 1 column"),
                Fault.of(3, "other values than names are told on their row")
                        .lua()
                        .flow("""
                                functions: function some(n) if n == 7 then return n end return n, n end
                                steps:
                                  - rows: 9
                                  - map: some(n)
                                    as: [a, b]
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "- map:", "1 value"),
                step("an error in the functions is told at its line", "map: n")
                        .flow("""
                                functions: |
                                  local x = 1
                                  error("at load")
                                steps:
                                  - rows: 9
                                  - map: n
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "at load", "at load"),
                step(
                                "an error in init is told",
                                "lua: |",
                                "function init() error('in init') end",
                                "function process(row, emit) emit(row.n) end")
                        .slow()
                        .fails(Blame.SCRIPT, "in init", "in init"),
                step(
                                "an error in process is told",
                                "lua: |",
                                "function process(row, emit)",
                                "  if row.n == 2999 then error('in process') end",
                                "  emit(row.n)",
                                "end")
                        .slow()
                        .fails(Blame.SCRIPT, "in process", "in process"),
                step(
                                "an error in finish is told",
                                "lua: |",
                                "function process(row, emit) emit(row.n) end",
                                "function finish() error('in finish') end")
                        .slow()
                        .fails(Blame.SCRIPT, "in finish", "in finish"),
                step("a step without process is told", "lua: |", "function proces(row, emit) end")
                        .refused("function proces", "this Lua defines no `process`"),
                map("a result that is a function is told", "return function() end")
                        .fails(Blame.SCRIPT, "map: |", "the result is a function; call it"),
                map("a value that is a coroutine is told", "return coroutine.create(print)")
                        .fails(Blame.SCRIPT, "map: |", "thread"),
                map("a table in itself is told", "local t = {}", "t[1] = t", "return t")
                        .fails(Blame.SCRIPT, "map: |", "nested"),
                map("a table of elements and keys is told", "return {1, 2, x = 3}")
                        .slow()
                        .fails(Blame.SCRIPT, "map: |", "table"),
                map("os.exit(7) is told", "if n == 2 then", "  os.exit(7)", "end", "return n")
                        .fails(Blame.SCRIPT, "os.exit(7)", "the script called os.exit(7)"),
                map("os.exit(0) is no success", "if n == 2 then", "  os.exit(0)", "end", "return n")
                        .fails(Blame.SCRIPT, "os.exit(0)", "the script called os.exit(0)"),
                map(
                                "os.exit() is no success and cannot be caught",
                                "if n == 2 then",
                                "  pcall(os.exit)",
                                "end",
                                "return n")
                        .slow()
                        .fails(Blame.SCRIPT, "pcall(os.exit)", "the script called os.exit(0)"),
                map("os.exit in a coroutine is told", "coroutine.wrap(function()", "  os.exit(3)", "end)()")
                        .slow()
                        .fails(Blame.SCRIPT, "os.exit(3)", "the script called os.exit(3)"),
                step("os.exit in the functions is told", "map: n")
                        .flow("functions: os.exit(5)\nsteps: [{rows: 9}, {map: n}, {write: target/out.txt}]\n")
                        .fails(Blame.SCRIPT, "functions:", "the script called os.exit(5)"),
                // on one line: luajit does not always know more than the step when its stack is used up
                Fault.of(3, "endless recursion is told")
                        .lua()
                        .flow("steps: [{rows: 9}, {map: '(function() local function deeper(x) return 1 + deeper(x) end "
                                + "return deeper(n) end)()'}, {write: target/out.txt}]\n")
                        .fails(Blame.SCRIPT, "steps:", "stack overflow"),
                map(
                                "endless recursion that is caught is none",
                                "local function deeper(x)",
                                "  return 1 + deeper(x + 1)",
                                "end",
                                "if n < 4 then",
                                "  return tostring(pcall(deeper, 1))",
                                "end")
                        .slow()
                        .succeeds("target/out.txt", "false\n".repeat(3)),
                map(
                                "endless recursion through a metatable is told",
                                "local t = setmetatable({}, {})",
                                "getmetatable(t).__index = function(x, k) return x[k + 1] end",
                                "return t[n]")
                        .fails(Blame.SCRIPT, "getmetatable(t)", "stack overflow"),
                Fault.of(3, "endless recursion of sorting is told")
                        .lua()
                        .flow("""
                                steps:
                                  - rows: 9
                                  - map: (function() local function f() return table.sort({3, 2, 1}, f) end return f() end)()
                                  - write: target/out.txt
                                """)
                        .slow()
                        .fails(Blame.SCRIPT, "- map:", "stack overflow"));
    }
}
