package io.gleamflow.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.ProgramSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 11: whole flows in JVMs whose locale, variables and directories are not what one expects. */
@Timeout(60)
class SurroundingsFaultsTest {

    private static final String LETTERS = """
            params:
              given: none
              last: ü
            steps:
              - read: in.csv
                format: csv
              - set: {länge: "#größe", mit: "größe .. 'é' .. params.given .. params.last"}
              - filter: größe ~= "ñ"
              - pipe: 'sed "s/x/ß$given/"'
                as: [größe, länge, mit]
              - sort: größe desc
              - print: "%s %s %s ä"
              - write: target/out.csv
            """;

    @RegisterExtension
    static final ToldInTable TABLE = new ToldInTable(11, SurroundingsFaultsTest.class);

    @TempDir
    Path base;

    /** One shard and several, and both runtimes; in every build each once. */
    static Stream<Arguments> runs() {
        Stream<Arguments> quick = Stream.of(Arguments.of(1, LuaRuntime.LUAJIT), Arguments.of(3, LuaRuntime.LUAJ));
        return FaultSuite.ALL
                ? Stream.concat(quick, Stream.of(Arguments.of(1, LuaRuntime.LUAJ), Arguments.of(3, LuaRuntime.LUAJIT)))
                : quick;
    }

    private String run(int shards, LuaRuntime runtime, Map<String, String> variables, String... options)
            throws IOException, InterruptedException {
        boolean missing = runtime == LuaRuntime.LUAJIT
                && ProgramSearch.find("luajit", Path.of("")).isEmpty();
        Assumptions.assumeFalse(missing, "luajit is not installed");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SurroundedRun.class.getName(),
                runtime.name(),
                Integer.toString(shards)));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(base.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }

    private void flow(String text) throws IOException {
        Files.writeString(base.resolve("flow.yaml"), text);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void lettersAreWhatTheyAreInTheLocaleC(int shards, LuaRuntime runtime) throws Exception {
        flow(LETTERS);
        Files.writeString(base.resolve("in.csv"), "größe\nx→\nñ\nÄ\n");
        String shown = run(shards, runtime, Map.of("LC_ALL", "C"));
        assertThat(shown).isEqualTo("ßä€→ 4 x→éä€ü ä\nÄ 2 Äéä€ü ä\ndone\n");
        assertThat(base.resolve("target/out.csv")).hasContent("größe,länge,mit\nßä€→,4,x→éä€ü\nÄ,2,Äéä€ü\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void pathsThatTheLocaleCannotNameAreToldWithACure(int shards) throws Exception {
        flow("steps:\n  - read: dätä.txt\n  - write: target/öut.txt\n");
        String shown = run(shards, LuaRuntime.LUAJ, Map.of("LC_ALL", "C"));
        assertThat(shown).contains("dätä.txt").contains("LC_ALL");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void argumentsThatTheLocaleCannotNameAreToldWithACure(int shards) throws Exception {
        flow("steps:\n  - rows: 1\n  - exec: [echo, ä]\n    as: x\n  - write: target/out.txt\n");
        String shown = run(shards, LuaRuntime.LUAJ, Map.of("LC_ALL", "C"));
        assertThat(shown).startsWith("failed ").contains("LC_ALL");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void variablesThatTheLocaleCannotNameAreToldWithACure(int shards) throws Exception {
        flow("steps:\n  - rows: 1\n  - pipe: echo \"$V\"\n    env: {V: wörd}\n  - write: target/out.txt\n");
        String shown = run(shards, LuaRuntime.LUAJ, Map.of("LC_ALL", "C"));
        assertThat(shown).startsWith("failed ").contains("LC_ALL", "`V`").doesNotContain("rd`", "V=");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void temporaryDirectoryMayBeMissing(int shards, LuaRuntime runtime) throws Exception {
        flow("""
                steps:
                  - rows: 1000
                  - map: n * 2
                    as: n
                  - pipe: sort -n
                    as: line
                    types: {line: int}
                  - sort: line desc
                  - limit: 1
                  - write: target/out.txt
                """);
        String shown = run(shards, runtime, Map.of("TMPDIR", "/nonexistent"), "-Djava.io.tmpdir=/nonexistent");
        assertThat(shown).isEqualTo("done\n");
        assertThat(base.resolve("target/out.txt")).hasContent("2000");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void homeDirectoryMayBeMissing(int shards, LuaRuntime runtime) throws Exception {
        flow("steps:\n  - rows: 9\n  - map: n * 2\n    as: n\n  - pipe: cat\n    as: n\n  - write: target/out.txt\n");
        String shown = run(shards, runtime, Map.of("HOME", "/nonexistent"), "-Duser.home=/nonexistent");
        assertThat(shown).isEqualTo("done\n");
        assertThat(base.resolve("target/out.txt")).hasContent("2\n4\n6\n8\n10\n12\n14\n16\n18");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void zstdSaysThatItNeedsATemporaryDirectory(int shards) throws Exception {
        flow("steps:\n  - rows: 1\n  - write: target/out.txt.zst\n");
        String shown = run(shards, LuaRuntime.LUAJ, Map.of(), "-Djava.io.tmpdir=/nonexistent");
        assertThat(shown)
                .startsWith("failed RESOURCES flow.yaml:3")
                .contains("zstd cannot be used", "-Djava.io.tmpdir")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void variablesForJvmsReachNoStep(int shards, LuaRuntime runtime) throws Exception {
        flow("""
                steps:
                  - rows: 1
                  - map: tostring(os.getenv("JAVA_TOOL_OPTIONS")) .. tostring(os.getenv("MAVEN_CMD_LINE_ARGS"))
                    as: line
                  - pipe: cat; env | grep -E '^(_?JAVA_.*OPTIONS|JDK_|MAVEN_(OPTS|CMD))'; true
                  - write: target/out.txt
                """);
        Map<String, String> variables = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Da=b",
                "_JAVA_OPTIONS",
                "-Dc=d",
                "JDK_JAVA_OPTIONS",
                "-De=f",
                "MAVEN_OPTS",
                "-Dg=h",
                "MAVEN_CMD_LINE_ARGS",
                "-Dgleam.param.x=y");
        String shown = run(shards, runtime, variables);
        assertThat(shown.lines().filter(line -> !line.contains("Picked up"))).containsExactly("done");
        assertThat(shown.lines().filter(line -> line.contains("Picked up")))
                .as("of the parent only")
                .hasSize(3);
        assertThat(base.resolve("target/out.txt")).hasContent("nilnil");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "/nonexistent,3", ":,1"})
    void pathMayNameNothing(String path, int shards) throws Exception {
        flow(
                "steps:\n  - rows: 3\n  - map: n + 1\n    as: n\n  - pipe: while read x; do echo $x; done\n  - write: target/out.txt\n");
        assertThat(run(shards, LuaRuntime.LUAJ, Map.of("PATH", path))).contains("no program 'sh' on the PATH");
    }
}
