package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.TaskReport;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole flows, from their text to their outputs, with real workers and shells; the same for each runtime of Lua. */
@Timeout(60)
abstract class FlowRuns {

    private static final List<Integer> PARTITIONS = List.of(1, 2, 3, 7);

    @TempDir
    Path base;

    private final LuaRuntime runtime;
    private Gleam gleam;
    private final List<String> log = new ArrayList<>();

    FlowRuns(LuaRuntime runtime) {
        this.runtime = runtime;
    }

    @BeforeEach
    void project() {
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        gleam = new Gleam(new Project(base, build.resolve("out"), build, lua, Map.of(), Map.of()));
    }

    private RunReport run(String descriptor, int partitions) throws Exception {
        Path file = Files.writeString(base.resolve("flow.yaml"), descriptor);
        RunListener listener = (step, line) -> log.add(line);
        return gleam.run(gleam.load(file).flow(), Tuning.partitions(partitions), listener);
    }

    private Failure failure(String descriptor) {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> run(descriptor, 2));
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }

    private String output(String name) throws IOException {
        return Files.readString(base.resolve(name));
    }

    private void input(String name, Stream<String> lines) throws IOException {
        Files.write(base.resolve(name), lines.toList());
    }

    private static void needsShell() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
    }

    /** Words of the lines of a text that is the same for the same seed, with empty lines and lines without words. */
    private List<String> text(long seed, int lines) {
        Random random = new Random(seed);
        return IntStream.range(0, lines)
                .mapToObj(i -> IntStream.range(0, random.nextInt(6))
                        .mapToObj(j -> "w" + Integer.toString((int) Math.abs(random.nextGaussian() * 200), 36))
                        .collect(Collectors.joining(random.nextBoolean() ? ", " : " -- ")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void wordCountIsThatOfAPlainLoopAtAnyParallelism(String lineEnd) throws Exception {
        List<String> lines = text(7, 20_000);
        // no line end at the end of the file
        Files.writeString(base.resolve("in.txt"), String.join(lineEnd, lines));
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> Stream.of(line.split("\\W+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> counts.merge(word, 1, Integer::sum)));
        String expected = counts.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        for (int partitions : PARTITIONS) {
            RunReport report = run("""
                    steps:
                      - read: in.txt
                      - flatMap: line:gmatch("%w+")
                        as: word
                      - map: word, 1
                      - reduceByKey: function(x, y) return x + y end
                      - write: lua.txt
                    """, partitions);
            assertThat(output("lua.txt")).as("%d partitions", partitions).isEqualTo(expected);
            List<TaskReport> tasks = report.tasks();
            assertThat(tasks).hasSize(2 * partitions).allMatch(task -> task.rowsIn() > 0);
            if (runtime == LuaRuntime.LUAJ) {
                assertThat(pids(tasks.subList(partitions, tasks.size())))
                        .as("the final reduce runs in the workers of the partial one")
                        .isSubsetOf(pids(tasks.subList(0, partitions)));
            }
            run("""
                    steps:
                      - read: in.txt
                      - flatMap: line:gmatch("%w+")
                        as: word
                      - countBy: word
                      - write: count.txt
                    """, partitions);
            assertThat(output("count.txt")).isEqualTo(expected);
        }
    }

    private static List<Long> pids(List<TaskReport> tasks) {
        return tasks.stream().map(TaskReport::pid).sorted().toList();
    }

    @Test
    void everyExchangeGivesTheSameBytesAtAnyParallelism() throws Exception {
        needsShell();
        input("in.txt", IntStream.range(0, 5_000).mapToObj(i -> (i * 7919 % 1000) + " " + i));
        List<String> outputs = new ArrayList<>();
        for (int partitions : PARTITIONS) {
            run("""
                    steps:
                      - read: in.txt
                      - map: |
                          local k, v = line:match("(%d+) (%d+)")
                          return k, tonumber(v)
                        as: [k, v]
                      - sort: [k desc, v]
                      - write: sorted.tsv
                      - partition: 3
                        by: k
                      - pipe: awk '{ n[$1] += $2 } END { for (k in n) print k "\\t" n[k] }' | sort
                        partitions: 4
                        by: k
                        as: [k, sum]
                        types: {sum: int}
                      - forEach: |
                          writeRow(k, sum)
                          writeRow(k, -sum)
                      - pipe: sort -n
                        partitions: 5
                      - select: [2, 1]
                      - write: all.txt
                    """, partitions);
            outputs.add(output("sorted.tsv") + output("all.txt"));
        }
        assertThat(outputs.get(0)).startsWith("k\tv\n999\t").hasLineCount(5_000 + 1 + 2 * 1_000);
        assertThat(outputs).allMatch(outputs.get(0)::equals);
    }

    @Test
    void scriptFailureKeepsTheOldOutputAndNamesLineAndRow() throws Exception {
        input("in.txt", IntStream.range(0, 2_000).mapToObj(Integer::toString));
        Files.writeString(base.resolve("out.txt"), "old\n");
        Failure failure = failure("""
                steps:
                  - read: in.txt
                  - map: |
                      if line == "1999" then
                        error("no " .. line)
                      end
                      return line
                  - write: out.txt
                """);
        assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
        assertThat(failure.toString()).isEqualTo("flow.yaml:5: map failed: no 1999");
        assertThat(failure.details()).contains("read from in.txt, line 2000", "row: line=\"1999\"");
        assertThat(output("out.txt")).isEqualTo("old\n");
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.contains("work-") || path.endsWith(".tmp"));
        }
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(child -> child.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains("WorkerMain") || command.contains("luajit/main.lua"));
    }

    @Test
    void killedWorkerFailsTheRun() throws Exception {
        input("in.txt", IntStream.range(0, 100_000).mapToObj(Integer::toString));
        Files.writeString(base.resolve("out.txt"), "old\n");
        Failure failure = failure("""
                steps:
                  - read: in.txt
                  - map: |
                      if line == "70000" then os.execute("kill -9 $PPID") end
                      return line
                  - write: out.txt
                """);
        assertThat(failure.message()).contains("worker process").contains("SIGKILL");
        assertThat(failure.place().line()).isEqualTo(3);
        assertThat(output("out.txt")).isEqualTo("old\n");
        assertNothingLeft();
    }

    @Test
    void exitOfAShellStepIsItsFailure() throws Exception {
        needsShell();
        input("in.txt", Stream.of("a", "b"));
        Failure failure = failure("""
                steps:
                  - read: in.txt
                  - pipe: |
                      echo trouble >&2
                      exit 3
                  - pipe: cat
                  - write: out.txt
                """);
        assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
        assertThat(failure.message()).isEqualTo("exit status 3: trouble");
        assertThat(failure.place().line()).isEqualTo(3);
        assertThat(base.resolve("out.txt")).doesNotExist();
        assertNothingLeft();
    }

    @Test
    void shellStepMayStopReadingAndItsBackgroundChildrenMayWriteLate() throws Exception {
        needsShell();
        input("in.txt", IntStream.range(0, 200_000).mapToObj(Integer::toString));
        run("""
                steps:
                  - read: in.txt
                  - pipe: head -n 2; (sleep 0.3; echo late) &
                  - write: out.txt
                """, 2);
        assertThat(output("out.txt")).isEqualTo("0\n1\nlate\n");
    }

    @Test
    void exitFromLuaIsTheScriptsFailure() throws Exception {
        input("in.txt", Stream.of("a"));
        Failure failure = failure("""
                steps:
                  - read: in.txt
                  - filter: os.exit(7)
                  - write: out.txt
                """);
        assertThat(failure.toString()).contains("filter failed: the script called os.exit(7)");
    }

    @Test
    void secretsAreShownNowhere() throws Exception {
        input("in.txt", Stream.of("s3cret and more, long enough to be cut somewhere, s3cret, cut, s3cret"));
        Failure failure = failure("""
                params:
                  password: {secret: true, default: s3cret}
                steps:
                  - read: in.txt
                  - write: a-${password}.txt
                  - map: |
                      print("the password is " .. params.password)
                      error("it was " .. params.password .. line)
                      return line
                    name: "with ${password}"
                  - write: out.txt
                """);
        assertThat(failure.step()).isEqualTo("with ***");
        assertThat(log).contains("the password is ***");
        assertThat(failure.message()).startsWith("it was ***").doesNotContain("s3cret");
        assertThat(failure.details().toString()).contains("row: line=\"***").doesNotContain("s3c");
    }

    @Test
    void secretsOfSeveralLinesAreHiddenLineByLine() throws Exception {
        RunReport report = run("""
                params:
                  key: {secret: true, default: "BEGIN\\nc2VjcmV0"}
                steps:
                  - rows: [BEGIN]
                    as: line
                  - forEach: |
                      print(params.key)
                  - write: "${out}-BEGIN.txt"
                """, 1);
        assertThat(log).containsExactly("***", "***");
        assertThat(report.outputs().get(0).path()).endsWith("-***.txt");
    }

    @Test
    void argumentsOfAFunctionKeepTheirNamesInMessages() throws Exception {
        Failure failure = failure("""
                steps:
                  - rows: [[1, null]]
                    as: [price, qty]
                  - map: function(qty, price) return price + 1 end
                  - write: out.txt
                """);
        assertThat(failure.message()).isEqualTo("attempt to perform arithmetic on local 'price' (a nil value)");
    }

    @Test
    void lineThatIsTooLongIsToldWithItsNumber() throws Exception {
        Files.writeString(base.resolve("in.txt"), "a\nb\n" + "x".repeat(9 << 20) + "\nc\n");
        Failure failure = failure("""
                steps:
                  - read: in.txt
                  - map: line
                  - write: out.txt
                """);
        assertThat(failure.blame()).isEqualTo(Blame.DATA);
        assertThat(failure.message()).endsWith("the line at byte 4 is longer than the 8388608 bytes a row may have");
        assertThat(failure.details()).contains("read from in.txt, line 3");
    }

    @Test
    void whatPassesBetweenStepsDoesNotDependOnFusion() throws Exception {
        Path flows = Path.of("src/test/resources/runtimes");
        run(Files.readString(flows.resolve("fused.yaml")), 1);
        String fused = output("fused.txt");
        run(Files.readString(flows.resolve("fused-not.yaml")), 3);
        assertThat(output("fused.txt")).isEqualTo(fused);
        for (int partitions : PARTITIONS) {
            run(Files.readString(flows.resolve("reduce-null.yaml")), partitions);
            assertThat(output("reduced.txt")).isEqualTo("k\t1,3,5\n");
        }
    }

    @Test
    void columnsAreCalledColumnsInMessages() throws Exception {
        Failure failure = failure("""
                steps:
                  - rows: [[1, 2], [3, null]]
                    as: [price, qty]
                  - map: price * qty
                    as: total
                  - write: out.txt
                """);
        assertThat(failure.toString())
                .isEqualTo("flow.yaml:4: map failed: attempt to perform arithmetic on column 'qty' (a nil value)");
        assertThat(failure.details()).contains("row: price=3, qty=nil");
    }

    @Test
    void valuesSurviveStepsThatDoNotChangeThem() throws Exception {
        run("""
                steps:
                  - rows: [[9007199254740993, null], [18446744073709551615, 1], [[1, null], 2], [[], 3], [0.1, 4], [x, null]]
                  - filter: true
                  - forEach: |
                      local unused = row
                  - write: out.txt
                """, 3);
        assertThat(output("out.txt"))
                .isEqualTo("9007199254740993\t\n18446744073709551615\t1\n[1,null]\t2\n[]\t3\n0.1\t4\nx\t\n");
    }

    @Test
    void columnsReachTheShellAsArgumentsWhateverIsInThem() throws Exception {
        needsShell();
        run("""
                steps:
                  - rows: ["it's", "$(echo no)", "a b", "é;*"]
                  - pipeAsArgs: printf '%s\\n' "<$1>"
                  - write: out.txt
                """, 2);
        assertThat(output("out.txt")).isEqualTo("<it's>\n<$(echo no)>\n<a b>\n<é;*>\n");
    }

    @Test
    void emptyInputGivesEmptyOutput() throws Exception {
        Files.writeString(base.resolve("in.txt"), "");
        run("""
                steps:
                  - read: in.txt
                  - countBy: line
                  - sort: count desc
                  - write: out.tsv
                """, 3);
        assertThat(output("out.tsv")).isEqualTo("line\tcount\n");
    }
}
