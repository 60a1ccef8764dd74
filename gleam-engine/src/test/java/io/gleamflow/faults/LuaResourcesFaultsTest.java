package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 3: scripts that take too much, print, or leave things behind. */
class LuaResourcesFaultsTest extends FaultSuite {

    private static final int ROWS = 3000;
    private static final int COLUMNS = 100_000;

    private static Fault map(String name, String... script) {
        return step(name, "map: |", script);
    }

    private static Fault slowly(String name, String... script) {
        return map(name, script).slow();
    }

    private static Fault step(String name, String verb, String... script) {
        String lines = Arrays.stream(script).map(line -> "      " + line + "\n").collect(Collectors.joining());
        return Fault.of(3, name)
                .lua()
                .flow("steps:\n  - rows: " + ROWS + "\n  - " + verb + "\n" + lines + "  - write: target/out.txt\n");
    }

    private static String numbers(int count, String between) {
        return IntStream.rangeClosed(1, count)
                        .mapToObj(i -> Integer.toString(i))
                        .collect(Collectors.joining(between)) + "\n";
    }

    private static Fault all(Fault fault) {
        return fault.succeeds("target/out.txt", numbers(ROWS, "\n"));
    }

    @Override
    List<Fault> faults() {
        return List.of(
                map(
                                "memory that is used up by many texts is told",
                                "local t = {}",
                                "for i = 1, 1e9 do t[i] = ('x'):rep(100000) .. i end",
                                "return n")
                        .fails(Blame.RESOURCES, "map: |", "not enough memory")
                        .slow()
                        .limit(40),
                map(
                                "memory that is used up by one text is told",
                                "local s = 'x'",
                                "for i = 1, 100 do s = s .. s end",
                                "return s")
                        .fails(Blame.RESOURCES, "map: |", "not enough memory")
                        .limit(40),
                map(
                                "memory that is used up by one table is told",
                                "local t = {}",
                                "for i = 1, 1e10 do t[i] = i end",
                                "return n")
                        .fails(Blame.RESOURCES, "map: |", "not enough memory")
                        .slow()
                        .limit(40),
                map("a text of two billion bytes is told", "return #('x'):rep(2e9)")
                        .fails(Blame.RESOURCES, "map: |", "not enough memory")
                        .slow()
                        .limit(40),
                step("memory that is used up from row to row is told", "map: n")
                        .flow("""
                                functions: kept = {}
                                steps:
                                  - rows: 100000000
                                  - forEach: |
                                      kept[#kept + 1] = ("x"):rep(1000000) .. n
                                  - write: target/out.txt
                                """)
                        .fails(Blame.RESOURCES, "- forEach:", "not enough memory")
                        .slow()
                        .limit(40),
                Fault.of(3, "a row that is too long is told")
                        .unless(!FaultSuite.hasLuajit(), "no luajit")
                        .flow("""
                                steps:
                                  - rows: 3
                                  - map: ("x"):rep(20000000)
                                    runtime: luajit
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "- map:", "a frame of 20000005 bytes is longer than the 16777216 allowed"),
                all(map("print goes to the log", "if n == 5 then print('seen', n, nil) end", "return n")
                        .logs("seen\t5\tnil")),
                all(map(
                                "writing to stdout goes to the log",
                                "if n == 5 then io.write('written ', n, '\\n') end",
                                "return n")
                        .logs("written 5")),
                all(slowly(
                                "writing to the file of stdout goes to the log",
                                "if n == 5 then io.stdout:write('\\1\\0\\0\\0\\5 file\\n') end",
                                "return n")
                        .logs("file")),
                all(map(
                                "writing to stderr goes to the log",
                                "if n == 5 then io.stderr:write('errors\\n') end",
                                "return n")
                        .logs("errors")),
                all(map(
                                "a program's output goes to the log",
                                "if n == 5 then os.execute('echo executed') end",
                                "return n")
                        .logs("executed")),
                all(slowly(
                        "closing stdout does not close the rows",
                        "pcall(function() io.stdout:close() end)",
                        "return n")),
                all(slowly("a flood of print holds up nothing", "print(('x'):rep(10000))", "return n")),
                map("reading stdin finds nothing", "return tostring(io.read('*l'))", "as: [x]")
                        .flow("steps: [{rows: 2}, {map: 'tostring(io.read(\"*l\"))'}, {write: target/out.txt}]")
                        .succeeds("target/out.txt", "nil\nnil\n"),
                all(slowly(
                        "coroutines that are left suspended are forgotten",
                        "local c = coroutine.create(function() coroutine.yield(1) error('never') end)",
                        "coroutine.resume(c)",
                        "return n")),
                step(
                                "an iterator that is left suspended is forgotten",
                                "flatMap: |",
                                "return coroutine.wrap(function()",
                                "  for i = 1, 2 do coroutine.yield(n) end",
                                "  coroutine.yield(nil)",
                                "end)")
                        .succeeds(
                                "target/out.txt",
                                IntStream.rangeClosed(1, ROWS)
                                        .mapToObj(i -> i + "\n" + i + "\n")
                                        .collect(Collectors.joining())),
                all(map(
                        "a program that is left running is ended",
                        "if n == 5 then os.execute('sleep 1000 </dev/null >/dev/null 2>&1 &') end",
                        "return n")),
                all(map("a program that is left being read may end", "x").flow("""
                        functions: |
                          local running
                          function start() running = running or io.popen("sleep 0.5") end
                        steps:
                          - rows: 3000
                          - forEach: start()
                          - write: target/out.txt
                        """)),
                all(map("a program that is left being written may end", "x")
                        .logs("read 3000")
                        .flow("""
                        functions: |
                          local running
                          function start(n)
                            running = running or io.popen("tail -n 1 | sed 's/^/read /'", "w")
                            running:write(n, "\\n")
                          end
                        steps:
                          - rows: 3000
                          - lua: |
                              function process(row, emit) start(row.n) emit(row.n) end
                          - write: target/out.txt
                        """)),
                all(map("a temporary file is forgotten", "x").flow("""
                        functions: |
                          local file = io.tmpfile()
                          file:write("x")
                        steps:
                          - rows: 3000
                          - map: n
                          - write: target/out.txt
                        """)),
                step(
                                "a temporary file of a script that fails is forgotten",
                                "map: |",
                                "local kept = io.tmpfile()",
                                "local pipe = io.popen('cat', 'w')",
                                "error('then')",
                                "return n")
                        .fails(Blame.SCRIPT, "then", "then"),
                all(map("a file that is left open is written", "x")
                        .changes("side.txt")
                        .flow("""
                        functions: |
                          local file = io.open("side.txt", "a")
                          function note(n) file:write(n, "\\n") end
                        steps:
                          - rows: 3000
                          - forEach: note(n)
                          - write: target/out.txt
                        """)),
                step("a pattern that matches nothing at all comes to an end", "flatMap: ('ab c'):gmatch('%a*')")
                        .flow("steps: [{rows: 1}, {flatMap: '(\"ab c\"):gmatch(\"%a*\")'}, {write: target/out.txt}]")
                        .succeeds("target/out.txt", "ab\n\nc\n\n"),
                map("a pattern that takes its time comes to an end", "x")
                        .flow("""
                                steps:
                                  - rows: 3
                                  - map: tostring((("a"):rep(20)):match(("a?"):rep(20) .. ("a"):rep(20)) ~= nil)
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", "true\n".repeat(3)),
                map("a mistake in a pattern is told", "return n:match('[a')")
                        .flow("""
                        steps:
                          - rows: 3
                          - map: ("x"):match("[a")
                          - write: target/out.txt
                        """)
                        .fails(Blame.SCRIPT, "- map:", "malformed pattern (missing ']')"),
                map("100,000 columns are made", "x")
                        .limit(20)
                        .flow("""
                                steps:
                                  - rows: 3
                                  - flatMap: |
                                      local row = {}
                                      for i = 1, 100000 do row[i] = i end
                                      return {row}
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", numbers(COLUMNS, "\t").repeat(3)),
                map("100,000 columns are read", "x")
                        .limit(20)
                        .file("in.csv", numbers(COLUMNS, ",") + numbers(COLUMNS, ","))
                        .flow("""
                                steps:
                                  - read: in.csv
                                  - map: row[1] .. row[100000] .. row["777"]
                                  - write: target/out.txt
                                """)
                        .slow()
                        .succeeds("target/out.txt", "1100000777\n"),
                wide("100,000 arguments are taken by a function", "luaj").succeeds("target/out.txt", COLUMNS + "\n"),
                wide("100,000 arguments are too many for a function of luajit", "luajit")
                        .fails(Blame.SCRIPT, "- map:", "a row of 100000 columns is too wide for a function"));
    }

    private static Fault wide(String name, String runtime) {
        return Fault.of(3, name)
                .limit(20)
                .file("in.csv", numbers(COLUMNS, ",") + numbers(COLUMNS, ","))
                .unless(runtime.equals("luajit") && !FaultSuite.hasLuajit(), "no luajit")
                .flow("""
                        steps:
                          - read: in.csv
                          - map: function(...) return select("#", ...) end
                            runtime: RUNTIME
                          - write: target/out.txt
                        """.replace("RUNTIME", runtime));
    }
}
