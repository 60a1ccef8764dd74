package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of rows that steps cannot take, with both runtimes and any number of partitions. */
@Timeout(120)
class RejectedRowsTest {

    private static final long MEMORY = 1 << 20;

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        project = new TempProject(base);
    }

    static Stream<Arguments> ways() {
        return Stream.of("luaj", "luajit")
                .flatMap(runtime -> IntStream.of(1, 3).mapToObj(partitions -> Arguments.of(runtime, partitions)));
    }

    private Map<String, String> run(String runtime, int partitions, String descriptor) throws Exception {
        Luajit.assumeThere(runtime);
        return project.run("defaults: {runtime: " + runtime + "}\n" + descriptor, partitions, MEMORY);
    }

    private Failure failure(String runtime, int partitions, String descriptor) throws Exception {
        Luajit.assumeThere(runtime);
        return project.failure("defaults: {runtime: " + runtime + "}\n" + descriptor, partitions);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRejectedRowTellsItsStepErrorFileAndLine(String runtime, int partitions) throws Exception {
        String rows = IntStream.rangeClosed(1, 3000)
                .mapToObj(i -> i + ",\"two\nlines\"," + (i % 1000 == 0 ? "x" + i : i) + "\n")
                .collect(Collectors.joining());
        project.file("data/a.csv", "id,name,n\n" + rows + "short\n");
        Map<String, String> outputs = run(runtime, partitions, """
                datasets:
                  a:
                    - read: data/a.csv
                      types: {n: int}
                      onError: {to: rejects, atMost: 4}
                    - filter: n % 1500 == 1 and (n == 1 or error("late " .. id))
                      onError: {to: rejects}
                    - select: [id]
                    - write: target/a.csv
                  rejects:
                    - write: target/rejects.csv
                """);
        assertThat(outputs).containsEntry("a.csv", "id\n1\n").containsEntry("rejects.csv", """
                step,error,file,line,row
                read,`x1000` in column 3 is not an int,data/a.csv,2000,"{""id"":""1000"",""n"":""x1000"",""name"":""two\\nlines""}"
                read,`x2000` in column 3 is not an int,data/a.csv,4000,"{""id"":""2000"",""n"":""x2000"",""name"":""two\\nlines""}"
                read,`x3000` in column 3 is not an int,data/a.csv,6000,"{""id"":""3000"",""n"":""x3000"",""name"":""two\\nlines""}"
                read,"1 column, the header has 3",data/a.csv,6002,short
                filter,late 1501,data/a.csv,3002,"{""id"":""1501"",""n"":1501,""name"":""two\\nlines""}"
                """);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aLineOfTextIsFoundInAnyPieceOfTheFile(String runtime, int partitions) throws Exception {
        project.file(
                "a.txt",
                IntStream.rangeClosed(1, 5000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));
        Map<String, String> outputs = run(runtime, partitions, """
                steps:
                  - read: a.txt
                  - map: line:find("777") and error("seven") or 1
                    as: n
                    onError: {to: target/sevens.tsv}
                  - countBy: n
                  - write: target/count.csv
                """);
        assertThat(outputs).containsEntry("sevens.tsv", """
                step\terror\tfile\tline\trow
                map\tseven\ta.txt\t777\tline 777
                map\tseven\ta.txt\t1777\tline 1777
                map\tseven\ta.txt\t2777\tline 2777
                map\tseven\ta.txt\t3777\tline 3777
                map\tseven\ta.txt\t4777\tline 4777
                """).containsEntry("count.csv", "n,count\n1,4995\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyVerbThatLooksAtRowsLeavesSomeOut(String runtime, int partitions) throws Exception {
        Map<String, String> outputs = run(runtime, partitions, """
                datasets:
                  aggregates:
                    - rows: [{k: a, v: 1}, {k: b, v: x}, {k: a, v: 2}, {k: b, v: 5}, {k: c, v: 7}]
                    - reduce: {s: sum(v), n: count(), a: avg(v * 2)}
                      by: k
                      onError: {to: rejects}
                    - write: target/aggregates.csv
                  reduced:
                    - rows: [[a, 1], [b, 2], [a, x], [b, 4], [c, q], [c, q], [a, 9]]
                    - reduceByKey: function(x, y) return x + y end
                      onError: {to: rejects}
                    - write: target/reduced.csv
                  piped:
                    - rows: [["a\\tb", 1], [b, 2], [c, 3]]
                      as: [n, m]
                    - pipe: sed s/c/cc/; echo one
                      as: [n, m]
                      types: {m: int}
                      onError: {to: rejects, atMost: 2}
                    - write: target/piped.csv
                  shells:
                    - rows: [1, 2, 3, 4]
                    - pipeAsArgs: |
                        echo "$1"; test "$1" != 3
                      onError: {to: rejects}
                    - write: target/shells.csv
                  files:
                    - rows: [{f: a, x: 1}, {f: "../b", x: 2}]
                    - write: target/files/{f}.csv
                      onError: {to: rejects}
                  general:
                    - rows: [1, 2, 3, 4, 5]
                      as: n
                    - lua: |
                        function process(row, emit)
                          emit(row.n)
                          if row.n % 2 == 0 then error({oops = 1}) end
                          emit(-row.n)
                        end
                        function finish(emit) emit(99) end
                      as: n
                      onError: skip
                    - check: {small: n < 5, odd: n ~= 1}
                      onError: {to: rejects}
                    - set: {half: n > 0 and 1 or nil, twice: 2 * half}
                      onError: skip
                    - write: target/general.csv
                  rejects:
                    - drop: error
                    - write: target/rejects.csv
                """);
        assertThat(outputs)
                .containsEntry("aggregates.csv", "k,s,n,a\na,3,2,3\nb,5,1,10\nc,7,1,14\n")
                .containsEntry("reduced.csv", "a,10\nb,6\nc,q\n")
                .containsEntry("piped.csv", "n,m\nb,2\ncc,3\n")
                .containsEntry("shells.csv", "1\n2\n4\n")
                .containsEntry("files/a.csv", "f,x\na,1\n")
                .containsEntry("general.csv", "n,half,twice\n3,1,2\n")
                .containsEntry("rejects.csv", """
                step,file,line,row
                reduce,,,"{""k"":""b"",""v"":""x""}"
                reduceByKey,,,"[""a"",""x""]"
                reduceByKey,,,"[""c"",""q""]"
                pipe,,,"{""m"":1,""n"":""a\\tb""}"
                pipe,,,one
                pipeAsArgs,,,3
                write,,,"{""f"":""../b"",""x"":2}"
                check,,,1
                check,,,5
                check,,,99
                """);
        assertThat(outputs).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatWasMadeOfARowIsForgottenWithIt(String runtime, int partitions) throws Exception {
        Map<String, String> outputs = run(runtime, partitions, """
                datasets:
                  a:
                    - rows: [a b, c BAD d, e, f BAD]
                      as: line
                    - flatMap: |
                        for w in line:gmatch("%S+") do
                          if w == "BAD" then pcall(error, "caught") error("bad") end
                          emit(w)
                        end
                      as: w
                      onError: skip
                    - write: target/words.txt
                  b:
                    - rows: [[x, 1], [x, 2], [y, 3], [y, 4], [z, 5]]
                      as: [k, n]
                    - lua: |
                        local total
                        function init() total = 0 end
                        function process(row, emit)
                          if row.n == 3 or row.n == 5 then error("no") end
                          total = total + row.n
                        end
                        function finish(emit) emit(total) end
                      per: k
                      onError: skip
                      as: total
                    - write: target/totals.txt
                  c:
                    - rows: [1, 2, 3]
                      as: n
                    - map: |
                        local function deep(x) return x == 2 and 1 + deep(x) or x end
                        return deep(n)
                      onError: skip
                    - write: target/deep.txt
                """);
        assertThat(outputs)
                .containsEntry("words.txt", "a\nb\ne\n")
                .containsEntry("totals.txt", "3\n4\n0\n")
                .containsEntry("deep.txt", "1\n3\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tooManyRejectedRowsFailTheRun(String runtime, int partitions) throws Exception {
        project.file("a.txt", "1\n2\nx\ny\n");
        String flow = """
                datasets:
                  a:
                    - read: a.txt
                    - set: {n: 0 + line}
                      onError: {to: rejects, atMost: %s}
                    - write: target/a.csv
                  rejects:
                    - write: target/rejects.csv
                """;
        for (String limit : List.of("49.9%", "1", "0%")) {
            Failure failure = failure(runtime, partitions, flow.formatted(limit));
            assertThat(failure.blame()).isEqualTo(Blame.DATA);
            assertThat(failure.place()).hasToString("flow.yaml:6:38");
            assertThat(failure.message()).startsWith("2 of 4 rows were rejected, and at most " + limit);
            assertThat(failure.details().get(0)).startsWith("one of them: attempt to perform arithmetic");
        }
        for (String limit : List.of("50%", "2", "100%")) {
            assertThat(run(runtime, partitions, flow.formatted(limit))).containsKeys("a.csv", "rejects.csv");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsNoFaultOfARowFailsWhateverOnErrorSays(String runtime, int partitions) throws Exception {
        String flow = """
                steps:
                  - rows: [1, 2, 3]
                    as: n
                  - map: %s
                    onError: skip
                  - write: target/a.txt
                """;
        assertThat(failure(runtime, partitions, flow.formatted("n == 2 and os.exit(7) or n"))
                        .message())
                .contains("os.exit(7)");
        project.file("broken.csv", "a,b\n1,2\n3,\"4\n5,6\n");
        assertThat(failure(runtime, partitions, """
                steps:
                  - read: broken.csv
                    onError: skip
                  - write: target/a.txt
                """).message()).contains("never closed");
        assertThat(failure(runtime, partitions, """
                steps:
                  - rows: [1, 2, 3]
                  - pipe: cat; exit 3
                    onError: skip
                  - write: target/a.txt
                """).message()).contains("exit status 3");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void rejectedRowsAreRowsLikeOthers(String runtime, int partitions) throws Exception {
        Map<String, String> outputs = run(runtime, partitions, """
                params:
                  word: {default: hunter2, secret: true}
                datasets:
                  a:
                    - rows: [[1, a], [2, b], [3, a], [4, c]]
                      as: [n, k]
                    - filter: k ~= "a" or error("not " .. params.word .. "!")
                      name: without a
                      onError: {to: rejects}
                    - write: target/a.csv
                  counted:
                    - from: a
                    - countBy: k
                    - write: target/counted.csv
                  rejects:
                    - filter: row.row:find("3")
                    - select: [error, step]
                    - join: both
                      by: error
                    - write: target/joined.csv
                  both:
                    - rows: [{error: "not ***!", meaning: 7}]
                """);
        assertThat(outputs)
                .containsEntry("a.csv", "n,k\n2,b\n4,c\n")
                .containsEntry("counted.csv", "k,count\nb,1\nc,1\n");
        assertThat(outputs).containsEntry("joined.csv", "error,step,meaning\nnot ***!,without a,7\n");
    }

    /** Nobody reads most of the rows: whether they are right must not depend on who is faster. */
    @ParameterizedTest
    @MethodSource("ways")
    void rowsThatNobodyWantsAreRejectedToo(String runtime, int partitions) throws Exception {
        project.file(
                "a.csv",
                "n\n"
                        + IntStream.rangeClosed(1, 50_000)
                                .mapToObj(i -> (i % 10_000 == 0 ? "x" : i) + "\n")
                                .collect(Collectors.joining()));
        Map<String, String> outputs = run(runtime, partitions, """
                datasets:
                  piped:
                    - read: a.csv
                      types: {n: int}
                      onError: {to: rejects}
                    - pipe: head -n 1
                    - write: target/piped.txt
                  limited:
                    - read: {command: seq 1 20000}
                    - map: line:find("9999") and error("nines") or line
                      onError: {to: rejects, atMost: 50%}
                    - limit: 1
                    - write: target/limited.txt
                  rejects:
                    - countBy: step
                    - write: target/rejects.csv
                """);
        assertThat(outputs)
                .containsEntry("piped.txt", "1\n")
                .containsEntry("limited.txt", "1\n")
                .containsEntry("rejects.csv", "step,count\nmap,2\nread,5\n");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void rowsOfOneKeyHaveAsManyValuesAsTheFirst(String runtime, int partitions) throws Exception {
        Map<String, String> outputs = run(runtime, partitions, """
                datasets:
                  a:
                    - rows: [[a, 1], [b, 1, 2], [c, 1, 2], [a, 5], [b, 7], [c, 3, 4], [d, 1], [d, 2]]
                    - reduceByKey: |
                        function(a, b, c, d)
                          if d then return a + c, b + d end
                          return a + b
                        end
                      onError: {to: rejects}
                    - write: target/a.csv
                  rejects:
                    - select: [row]
                    - write: target/rejects.txt
                """);
        assertThat(outputs)
                .containsEntry("a.csv", "a,6\nb,1,2\nc,4,6\nd,3\n")
                .containsEntry("rejects.txt", "[\"b\",7]\n");
    }
}
