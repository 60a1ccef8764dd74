package io.gleamflow.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problems;
import io.gleamflow.row.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorReaderTest {

    private static final String FILE = "src/main/gleam/some.flow.yaml";

    @TempDir
    Path directory;

    private Map<String, Surroundings.Given> given = Map.of();

    private Flow read(String yaml) {
        Problems problems = new Problems();
        Surroundings surroundings = new Surroundings(
                directory,
                Path.of("target/out"),
                Optional.empty(),
                given,
                Map.of("project.version", "1.2", "tricky", "${out}"),
                Map.of("EMPTY", ""));
        Flow flow = DescriptorReader.read(FILE, yaml.getBytes(StandardCharsets.UTF_8), surroundings, problems)
                .orElseThrow();
        assertThat(problems.all()).isEmpty();
        return flow;
    }

    private Step step(String step) {
        return read("steps:\n  - rows: 1\n  - " + step.replace("\n", "\n    "))
                .datasets()
                .get(0)
                .steps()
                .get(1);
    }

    private static <T extends Step> T as(Class<T> type, Step step) {
        assertThat(step).isInstanceOf(type);
        return type.cast(step);
    }

    @Test
    void theFlowIsNamedAfterItsFile() {
        Flow flow = read("description: what it does\nsteps: [{rows: 1}]");
        assertThat(flow.name()).isEqualTo("some.flow");
        assertThat(flow.description()).contains("what it does");
        assertThat(flow.datasets())
                .singleElement()
                .satisfies(dataset -> assertThat(dataset.name()).isEqualTo("some.flow"));
    }

    @Test
    void aBlockKeepsItsLines() {
        LuaText text = as(RowStep.Map.class, step("map: | # a comment\n\n  -- one\n    return 2\nas: n"))
                .script();
        assertThat(text).isEqualTo(new LuaText("\n-- one\n  return 2\n", new Place(FILE, 5, 7), 4, true, true));
    }

    @Test
    void anExpressionStandsWhereItsFirstCharacterDoes() {
        assertThat(as(RowStep.Map.class, step("map: n + 1")).script())
                .isEqualTo(new LuaText("n + 1", new Place(FILE, 3, 10), 3, false, true));
        assertThat(as(RowStep.Map.class, step("map: \"#n\"")).script())
                .isEqualTo(new LuaText("#n", new Place(FILE, 3, 11), 3, false, true));
    }

    @Test
    void linesOfFoldedAndEscapedTextsAreNotExact() {
        assertThat(as(RowStep.Map.class, step("map: >\n  n + 1\n\n")).script().exactLines())
                .isFalse();
        assertThat(as(RowStep.Map.class, step("map:\n  n\n  + 1")).script().exactLines())
                .isFalse();
        assertThat(as(RowStep.Map.class, step("map: \"\\\"x\\\"\"")).script().exactLines())
                .isFalse();
    }

    @Test
    void anchorsDoNotMoveTheLinesOfABlock() {
        LuaText text =
                as(RowStep.Map.class, step("map: &code\n  |\n  return 1")).script();
        assertThat(text).isEqualTo(new LuaText("return 1", new Place(FILE, 5, 7), 5, true, true));
    }

    @Test
    void nothingIsPutIntoCode() {
        assertThat(as(ProgramStep.Pipe.class, step("pipe: echo ${out}")).code().source())
                .isEqualTo("echo ${out}");
    }

    @Test
    void functionsOfAFileHaveTheFilesPlaces() throws Exception {
        Files.createDirectory(directory.resolve("lua"));
        Files.writeString(directory.resolve("lua/stem.lua"), "\ufefffunction stem() end\n");
        Flow flow = read("functions: [lua/../lua/stem.lua, 'x = 1']\nsteps: [{rows: 1}]");
        assertThat(flow.functions())
                .containsExactly(
                        new LuaText(
                                "function stem() end\n", new Place("src/main/gleam/lua/stem.lua", 1, 1), 1, true, true),
                        new LuaText("x = 1", new Place(FILE, 1, 35), 1, true, true));
    }

    @Test
    void parametersHaveTheTypesOfTheirDefaultsAlsoWhenGiven() {
        given = Map.of(
                "n", new Surroundings.Given("7", "-D"),
                "ratio", new Surroundings.Given("2", "-D"),
                "quiet", new Surroundings.Given("true", "-D"),
                "code", new Surroundings.Given("007", "-D"),
                "others", new Surroundings.Given("x", "-D"));
        List<Param> params = read("""
                        params: {n: 1, ratio: 1.5, quiet: false, code: a, plain: yes, needed: {type: int, default: '3'}}
                        steps: [{rows: 1}]
                        """).params();
        assertThat(params)
                .extracting(Param::name, Param::value, Param::origin)
                .containsExactly(
                        tuple("n", new Value.Int(7), "-D"),
                        tuple("ratio", new Value.Int(2), "-D"),
                        tuple("quiet", new Value.Bool(true), "-D"),
                        tuple("code", Value.Str.of("007"), "-D"),
                        tuple("plain", Value.Str.of("yes"), "default"),
                        tuple("needed", new Value.Int(3), "default"),
                        tuple("out", Value.Str.of("target/out"), "output directory"));
    }

    @Test
    void referencesAreReplacedOnceAndWholeOnesKeepTheirType() {
        Flow flow = read("""
                params: {n: 2, half: 0.5, name: word}
                steps:
                  - rows: ["${n}", "${n}!", "${half}", "${name}", "$${n}", "${tricky}", "a${env.EMPTY:-b}${env.NONE:-c}"]
                  - sort: ${n}
                  - sort: "${name} desc"
                  - partition: ${n}
                  - write: ${out}/${project.version}-${name}.txt
                """);
        List<Step> steps = flow.datasets().get(0).steps();
        assertThat(as(SourceStep.Rows.class, steps.get(0)).rows().stream().map(row -> row.get(0)))
                .containsExactly(
                        new Value.Int(2),
                        Value.Str.of("2!"),
                        new Value.Real(0.5),
                        Value.Str.of("word"),
                        Value.Str.of("${n}"),
                        Value.Str.of("${out}"),
                        Value.Str.of("abc"));
        assertThat(as(OrderStep.Sort.class, steps.get(1)).ordering())
                .containsExactly(new OrderBy(new ColumnRef.Numbered(2, new Place(FILE, 4, 11)), false));
        assertThat(as(OrderStep.Sort.class, steps.get(2)).ordering())
                .containsExactly(new OrderBy(new ColumnRef.Named("word", new Place(FILE, 5, 11)), true));
        assertThat(as(ShardStep.Partition.class, steps.get(3)).shards()).isEqualTo(2);
        assertThat(as(EndStep.Write.class, steps.get(4)).path().value()).isEqualTo("target/out/1.2-word.txt");
    }

    @Test
    void valuesAreThoseOfYaml12() {
        List<List<Value>> rows = as(
                        SourceStep.Rows.class,
                        read("steps: [{rows: [no, on, y, 12:30, 0x1F, 0o17, 010, 1_000, 2024-01-01, 1e3, .5, TRUE, ~, '7',"
                                        + " 9223372036854775808, 99999999999999999999, -.inf]}]")
                                .datasets()
                                .get(0)
                                .steps()
                                .get(0))
                .rows();
        assertThat(rows.stream().map(row -> row.get(0)))
                .containsExactly(
                        Value.Str.of("no"),
                        Value.Str.of("on"),
                        Value.Str.of("y"),
                        Value.Str.of("12:30"),
                        new Value.Int(31),
                        new Value.Int(15),
                        new Value.Int(10),
                        Value.Str.of("1_000"),
                        Value.Str.of("2024-01-01"),
                        new Value.Real(1000),
                        new Value.Real(0.5),
                        new Value.Bool(true),
                        new Value.Nil(),
                        Value.Str.of("7"),
                        new Value.BigInt(new BigInteger("9223372036854775808")),
                        new Value.Real(1e20),
                        new Value.Real(Double.NEGATIVE_INFINITY));
    }

    @Test
    void mapsGiveNamesAndMayLackColumns() {
        SourceStep.Rows rows = as(
                SourceStep.Rows.class,
                read("steps:\n  - rows:\n    - {b: 1, a: x}\n    - {a: y}\n")
                        .datasets()
                        .get(0)
                        .steps()
                        .get(0));
        assertThat(rows.names()).containsExactly("b", "a");
        assertThat(rows.rows().get(1)).containsExactly(new Value.Nil(), Value.Str.of("y"));
    }

    @Test
    void anOrderingHasDirectionsAndPositions() {
        assertThat(as(OrderStep.Sort.class, step("sort: [count desc, 2 desc, 3, '4', \"5 desc\", word asc]"))
                        .ordering())
                .extracting(
                        order -> order.column().toString(),
                        order -> order.column() instanceof ColumnRef.Named,
                        OrderBy::descending)
                .containsExactly(
                        tuple("count", true, true),
                        tuple("2", false, true),
                        tuple("3", false, false),
                        tuple("4", true, false),
                        tuple("5", true, true),
                        tuple("word", true, false));
        assertThat(as(OrderStep.Sort.class, step("sort: true")).ordering()).isEmpty();
        assertThat(as(OrderStep.Sort.class, step("sort:")).ordering()).isEmpty();
    }

    @Test
    void aPipeHasItsOptions() {
        ProgramStep.Pipe pipe = as(
                ProgramStep.Pipe.class,
                step("pipe: grep x\npartitions: 4\nby: [w, 2]\nsplit: \", \"\nokExit: [0, 1]\nas: a"));
        assertThat(pipe.head().partitions()).isEqualTo(OptionalInt.of(4));
        assertThat(pipe.by()).extracting(ColumnRef::toString).containsExactly("w", "2");
        assertThat(pipe.split()).isEqualTo(new Split.Separator(", "));
        assertThat(pipe.launching().okExit()).containsExactlyInAnyOrder(0, 1);
        assertThat(pipe.head().as()).extracting(Text::value).containsExactly("a");
        assertThat(as(ProgramStep.Pipe.class, step("pipe: cat")).launching().okExit())
                .isEmpty();
    }

    @Test
    void aVerbThatNeedsNothingMayStandAlone() {
        assertThat(as(EndStep.Print.class, step("print")).format()).isEmpty();
        assertThat(as(EndStep.Print.class, step("print:")).format()).isEmpty();
        assertThat(as(KeyStep.CountBy.class, step("countBy")).keys()).isEmpty();
    }

    @Test
    void aFormatIsALineAndTextIsNone() {
        assertThat(as(EndStep.Write.class, step("write: a.csv\nformat: \"%s;%s\""))
                        .line())
                .hasValueSatisfying(text -> assertThat(text.value()).isEqualTo("%s;%s"));
        assertThat(as(EndStep.Write.class, step("write: a.txt\nformat: text")).line())
                .isEmpty();
    }

    @Test
    void placesCountCharactersAsEditorsDo() {
        Flow flow = read(
                "# \ud83d\ude00\r\nsteps:\r\n  - {rows: 1, name: \"\ud83d\ude00\"}\r\n  - {name: \"\ud83d\ude00\", print: }\n");
        assertThat(flow.datasets().get(0).steps())
                .extracting(step -> step.head().place())
                .containsExactly(new Place(FILE, 3, 6), new Place(FILE, 4, 18));
    }
}
