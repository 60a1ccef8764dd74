package io.gleamflow.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problems;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verbs and options become. */
class VerbReaderTest {

    @TempDir
    Path directory;

    private Flow read(String yaml) {
        Problems problems = new Problems();
        Surroundings surroundings =
                new Surroundings(directory, Path.of("out"), Optional.empty(), Map.of(), Map.of(), Map.of());
        Flow flow = DescriptorReader.read("flow.yaml", yaml.getBytes(StandardCharsets.UTF_8), surroundings, problems)
                .orElseThrow();
        assertThat(problems.all()).isEmpty();
        return flow;
    }

    private <T extends Step> T step(Class<T> type, String step) {
        Flow flow = read("steps:\n  - rows: 1\n  - " + step.replace("\n", "\n    "));
        return type.cast(flow.datasets().get(0).steps().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, CSV",
        "a.CSV.gz, CSV",
        "dir.csv/a, TEXT",
        "a.tsv.zst, TSV",
        "a.json.zip, JSON",
        "a.ndjson, JSONL",
        "a.jsonl, JSONL",
        "a.msgpack, MSGPACK",
        "a.txt, TEXT",
        "a.log.gz, TEXT",
        "csv, CSV"
    })
    void theExtensionSaysTheFormat(String path, FileFormat.Kind kind) {
        assertThat(step(SourceStep.Read.class, "read: " + path).format().kind()).isEqualTo(kind);
    }

    @Test
    void formatsHaveColumnsSeparatorAndEncoding() {
        assertThat(
                        step(
                                SourceStep.Read.class,
                                "read: [a.txt, b.json]\nformat: csv\ncolumns: [a, b]\nseparator: tab\nencoding: latin1\nwith: file"))
                .satisfies(read -> {
                    assertThat(read.format())
                            .isEqualTo(new FileFormat(
                                    FileFormat.Kind.CSV,
                                    '\t',
                                    StandardCharsets.ISO_8859_1,
                                    List.of("a", "b"),
                                    List.of()));
                    assertThat(read.withFile()).isTrue();
                    assertThat(read.paths()).extracting(Text::value).containsExactly("a.txt", "b.json");
                });
        assertThat(step(EndStep.Write.class, "write: a.csv\ncolumns: {a: 3, b: 5}\nencoding: windows-1252")
                        .format())
                .isEqualTo(new FileFormat(
                        FileFormat.Kind.FIXED, ',', Charset.forName("windows-1252"), List.of("a", "b"), List.of(3, 5)));
        assertThat(step(EndStep.Write.class, "write: a.csv\nformat: '%s'"))
                .extracting(
                        write -> write.format().kind(), write -> write.line().isPresent())
                .containsExactly(FileFormat.Kind.TEXT, true);
    }

    @Test
    void programsAndServersAreSources() {
        assertThat(step(SourceStep.Command.class, "read: {command: ls}\nokExit: [0, 2]\nshell: bash\nenv: {A: 1}"))
                .satisfies(command -> {
                    assertThat(command.code().source()).isEqualTo("ls");
                    assertThat(command.launching().okExit()).isEqualTo(Set.of(0, 2));
                    assertThat(command.launching().shell()).contains("bash");
                    assertThat(command.launching().environment()).isEqualTo(Map.of("A", "1"));
                });
        assertThat(step(SourceStep.Socket.class, "read: tcp://[::1]:4711"))
                .extracting(socket -> socket.host().value(), SourceStep.Socket::port)
                .containsExactly("::1", 4711);
    }

    @Test
    void defaultsAreThoseOfStepsThatSayNothing() {
        List<Step> steps = read("""
                        defaults: {memory: 2kb, onDisk: true, shell: bash, env: {A: 1, B: 2}}
                        steps:
                          - rows: 1
                          - pipe: cat
                          - pipe: cat
                            memory: 3
                            onDisk: false
                            shell: zsh
                            env: {B: 3}
                        """).datasets().get(0).steps();
        assertThat(steps.get(0).head().memory()).isEqualTo(OptionalLong.of(2048));
        assertThat(steps.get(0).head().onDisk()).isTrue();
        assertThat((ProgramStep.Pipe) steps.get(1))
                .extracting(
                        pipe -> pipe.launching().shell(),
                        pipe -> pipe.launching().environment())
                .containsExactly(Optional.of("bash"), Map.of("A", "1", "B", "2"));
        assertThat(steps.get(2).head().memory()).isEqualTo(OptionalLong.of(3));
        assertThat(steps.get(2).head().onDisk()).isFalse();
        assertThat((ProgramStep.Pipe) steps.get(2))
                .extracting(
                        pipe -> pipe.launching().shell(),
                        pipe -> pipe.launching().environment())
                .containsExactly(Optional.of("zsh"), Map.of("A", "1", "B", "3"));
    }

    @Test
    void keysOfJoinsAreNamesPairsAndPositions() {
        assertThat(step(JoinStep.Join.class, "fullOuterJoin: other\nby: [a, {b: c, 2: '3'}]\nprefix: x_"))
                .satisfies(join -> {
                    assertThat(join.kind()).isEqualTo(JoinStep.Kind.FULL);
                    assertThat(join.by())
                            .extracting(
                                    key -> key.left().toString(),
                                    key -> key.right().toString())
                            .containsExactly(tuple("a", "a"), tuple("b", "c"), tuple("2", "3"));
                    assertThat(join.by().get(2).left()).isInstanceOf(ColumnRef.Numbered.class);
                    assertThat(join.by().get(2).right()).isInstanceOf(ColumnRef.Named.class);
                });
        assertThat(step(JoinStep.Join.class, "hashJoin: other").kind()).isEqualTo(JoinStep.Kind.INNER);
        assertThat(step(JoinStep.Union.class, "union: [a, b]").isSource()).isFalse();
    }

    @Test
    void sizesOfSamples() {
        assertThat(step(OrderStep.Sample.class, "sample: 0.5%").size()).isEqualTo(new OrderStep.Size.Share(0.005));
        assertThat(step(OrderStep.Sample.class, "sample: 7\nseed: 42"))
                .extracting(OrderStep.Sample::size, OrderStep.Sample::seed)
                .containsExactly(new OrderStep.Size.Rows(7), 42L);
    }

    @Test
    void entriesAreLuaWithPlacesOfTheirOwn() {
        KeyStep.Aggregate reduce =
                step(KeyStep.Aggregate.class, "reduce:\n  hits: count()\n  all: |\n    return 1\nby: [1, host]");
        assertThat(reduce.entries())
                .extracting(
                        entry -> entry.name().value(),
                        entry -> entry.script().place(),
                        entry -> entry.script().block())
                .containsExactly(
                        tuple("hits", new Place("flow.yaml", 4, 13), false),
                        tuple("all", new Place("flow.yaml", 6, 9), true));
        assertThat(reduce.by()).hasSize(2);
        assertThat(step(RowStep.Check.class, "check: n > 0").checks())
                .singleElement()
                .satisfies(check -> assertThat(check.name().value()).isEmpty());
    }

    @Test
    void typesHavePatterns() {
        assertThat(step(SourceStep.Count.class, "rows: 1\ntypes: {a: date dd.MM.yyyy, b: timestamp, 3: json}")
                        .head()
                        .types())
                .extracting(typed -> typed.type(), typed -> typed.conversion().pattern())
                .containsExactly(
                        tuple(ColumnType.DATE, Optional.of("dd.MM.yyyy")),
                        tuple(ColumnType.TIMESTAMP, Optional.empty()),
                        tuple(ColumnType.JSON, Optional.empty()));
    }

    @Test
    void aGeneralStepIsAFileWithItsOwnPlaces() throws Exception {
        Files.writeString(directory.resolve("step.lua"), "function process(row, emit) end\n");
        assertThat(step(RowStep.General.class, "lua: step.lua").script().place())
                .isEqualTo(new Place("step.lua", 1, 1));
        assertThat(step(ProgramStep.Exec.class, "exec: [python3, a b.py]").command())
                .extracting(Text::value)
                .containsExactly("python3", "a b.py");
    }

    @Test
    void datasetsHaveNamesAndPlaces() {
        assertThat(read("datasets:\n  a-1:\n    - rows: 1\n  rejects:\n    - union: a-1\n")
                        .datasets())
                .extracting(Dataset::name, Dataset::place)
                .containsExactly(
                        tuple("a-1", new Place("flow.yaml", 2, 3)), tuple("rejects", new Place("flow.yaml", 4, 3)));
    }
}
