package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step with {@code retry} means to the steps around it: their rows, their time, and what is no reason to try again. */
@Timeout(120)
class RetryBesideOthersTest {

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

    @ParameterizedTest
    @MethodSource("ways")
    void rowsThatAreLeftOutBehindARetryHaveNoPlace(String runtime, int partitions) throws Exception {
        Luajit.assumeThere(runtime);
        project.file("in.csv", "id,n\n1,2\n2,x\n3,4\n");
        project.file("lines.txt", "a\nb\nc\n");
        Map<String, String> outputs = project.run("""
                defaults: {runtime: %s}
                datasets:
                  scripts:
                    - read: in.csv
                      onError: {retry: 1, delay: 0s}
                    - filter: n ~= "x" or error("it is x")
                      onError: {to: rejects}
                    - write: target/scripts.csv
                  columns:
                    - read: in.csv
                      onError: {retry: 1, delay: 0s}
                    - select: [n]
                      types: {n: int}
                      onError: {to: rejects}
                    - write: target/columns.csv
                  lines:
                    - read: lines.txt
                      onError: {retry: 1, delay: 0s}
                    - map: line ~= "b" and line or error("it is b")
                      onError: {to: rejects}
                    - write: target/lines.txt
                  rejects:
                    - write: target/rejects.csv
                """.formatted(runtime), partitions, 0);
        assertThat(outputs)
                .containsEntry("scripts.csv", "id,n\n1,2\n3,4\n")
                .containsEntry("columns.csv", "n\n2\n4\n")
                .containsEntry("lines.txt", "a\nc\n")
                .containsEntry("rejects.csv", """
                        step,error,file,line,row
                        filter,it is x,,,"{""id"":""2"",""n"":""x""}"
                        select,`x` in column 1 is not an int,,,x
                        map,it is b,,,b
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in.csv  | a,b;1,2;short;        | in.csv, line 3",
                "in.tsv  | a\tb;1\t2;short;      | in.tsv, line 3",
                "in.json | [{\"a\": 1}, {\"a\":; | in.json",
            })
    void aRecordThatIsNoRowIsNotReadAgain(String name, String text, String told) throws Exception {
        project.file(name, text.strip().replace(';', '\n'));
        Failure failure = project.failure("""
                steps:
                  - read: %s
                    onError: {retry: 2, delay: 0s}
                  - write: target/out.csv
                """.formatted(name), 1);
        assertThat(project.log()).isEmpty();
        assertThat(failure.message()).contains(told);
        assertThat(failure.details()).noneMatch(detail -> detail.contains("attempt"));
        assertThat(failure.blame()).isEqualTo(Blame.DATA);
    }

    @Test
    void whatAProgramPrintsThatIsNoRowIsNoReasonToRunItAgain() throws Exception {
        Failure failure = project.failure("""
                steps:
                  - rows: 1
                  - pipe: echo x >> runs; cat > all; printf 'a,b\\n1,2\\nshort\\n'
                    format: csv
                    as: [a, b]
                    onError: {retry: 3, delay: 0s}
                  - write: target/out.txt
                """, 1);
        assertThat(failure.message()).contains("line 3: 1 column, the header has 2");
        assertThat(failure.blame()).isEqualTo(Blame.DATA);
        assertThat(project.log()).isEmpty();
        assertThat(Files.readAllLines(base.resolve("runs"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map: line", "pipe: cat"})
    void theTimeOfOtherStepsDoesNotPassWhileASourceIsTriedAgain(String step) throws Exception {
        Map<String, String> outputs = project.run("""
                defaults: {timeout: 3s}
                steps:
                  - read: {command: "echo x >> runs; [ $(wc -l < runs) -ge 2 ] || exit 7; seq 3"}
                    onError: {retry: 1, delay: 4s}
                  - %s
                  - write: target/out.txt
                """.formatted(step), 1, 0);
        assertThat(outputs).containsEntry("out.txt", "1\n2\n3\n");
        assertThat(project.log()).hasSize(1);
    }

    /** The first step takes away the directory that parts of outputs are written to. */
    @Test
    void theTimeOfOtherStepsDoesNotPassWhileAnOutputIsTriedAgain() throws Exception {
        Map<String, String> outputs = run("""
                defaults: {timeout: 3s}
                steps:
                  - read: {command: "ls target/gleam | grep work > name; mv target/gleam/work-* away; seq 1 3"}
                  - write: target/out.txt
                    onError: {retry: 5, delay: 4s}
                """, "attempt 1 of", () -> {
            Path work = base.resolve("target/gleam")
                    .resolve(Files.readString(base.resolve("name")).strip());
            Files.move(base.resolve("away"), work);
        });
        assertThat(outputs).containsEntry("out.txt", "1\n2\n3\n");
        assertThat(project.log()).hasSize(1);
    }

    @Test
    void outputsAreTriedAsOftenAsTheOneSaysThatFails() throws Exception {
        project.file("target/directory", "in the way");
        Map<String, String> outputs = run("""
                steps:
                  - rows: 2
                  - write: target/first.txt
                    onError: {retry: 1, delay: 0s}
                  - write: target/directory/second.txt
                    onError: {retry: 2, delay: 10ms}
                """, "attempt 2 of 3", () -> Files.delete(base.resolve("target/directory")));
        assertThat(outputs).isEqualTo(Map.of("first.txt", "1\n2\n", "directory/second.txt", "1\n2\n"));
    }

    @Test
    void anOutputThatSaysNothingIsNotTriedAgainForAnother() throws Exception {
        project.file("target/directory", "in the way");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 2
                  - write: target/first.txt
                    onError: {retry: 2, delay: 0s}
                  - write: target/directory/second.txt
                """);
        FailureException thrown = catchThrowableOfType(
                FailureException.class,
                () -> project.gleam()
                        .run(flow, Tuning.NONE, (step, line) -> project.log().add(line)));
        assertThat(thrown.failure().message()).contains("cannot write");
        assertThat(thrown.failure().details()).isEmpty();
        assertThat(project.log()).isEmpty();
    }

    /** Does something about it. */
    private interface Cure {
        void run() throws IOException;
    }

    private Map<String, String> run(String descriptor, String when, Cure cure) throws Exception {
        Flow flow = project.load("flow.yaml", descriptor);
        RunListener listener = (step, line) -> {
            project.log().add(line);
            if (line.contains(when)) {
                try {
                    cure.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        project.gleam().run(flow, Tuning.partitions(1), listener);
        return project.outputs();
    }
}
