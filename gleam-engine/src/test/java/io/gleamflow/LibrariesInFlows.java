package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.FailureException;
import io.gleamflow.run.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of whole flows use the libraries of gleam, in real workers; the same for each runtime of Lua. */
@Timeout(60)
abstract class LibrariesInFlows {

    private final LuaRuntime runtime;

    @TempDir
    Path base;

    LibrariesInFlows(LuaRuntime runtime) {
        this.runtime = runtime;
    }

    private String run(String descriptor) throws Exception {
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(
                base, build.resolve("out"), build, new LuaChoice(Optional.of(runtime), "luajit"), Map.of(), Map.of()));
        Path file = Files.writeString(base.resolve("flow.yaml"), descriptor);
        RunListener silent = (step, line) -> {};
        gleam.run(gleam.load(file).flow(), Tuning.partitions(2), silent);
        return Files.readString(base.resolve("out.txt"));
    }

    @Test
    void jsonBecomesColumnsAndColumnsBecomeJson() throws Exception {
        assertThat(run("""
                        steps:
                          - rows:
                              - '{"name": "Ada", "born": "10.12.1815", "tags": ["a", null], "more": {}}'
                              - '{"name": null, "born": "01.01.2000", "tags": [], "more": {"x": 1}}'
                            as: line
                          - map: |
                              local person = json.decode(line)
                              return person.name, date.parse(person.born, "dd.MM.yyyy"), person.tags, person.more, json.null
                            as: [name, born, tags, more, none]
                          - map: name and text.upper(name), date.format(born, "yyyy-MM-dd"), tags, more, none
                          - write: out.txt
                        """)).isEqualTo("ADA\t1815-12-10\t[\"a\",null]\t{}\t\n\t2000-01-01\t[]\t{\"x\":1}\t\n");
    }

    @Test
    void largeIntegersOfTheDataAreWrittenInFull() throws Exception {
        assertThat(run("""
                        steps:
                          - rows: [[9007199254740993, 1], [18446744073709551615, 2]]
                            as: [id, n]
                          - map: json.encode({id = id, n = n}), csv.format({id, n}), list.join({id, n}, " "), text.padLeft(id, 21)
                          - write: out.txt
                        """))
                .isEqualTo(
                        "{\"id\":9007199254740993,\"n\":1}\t9007199254740993,1\t9007199254740993 1\t     9007199254740993\n"
                                + "{\"id\":18446744073709551615,\"n\":2}\t18446744073709551615,2\t18446744073709551615 2\t"
                                + " 18446744073709551615\n");
    }

    @Test
    void aColumnMayHideALibrary() throws Exception {
        assertThat(run("""
                        steps:
                          - rows: [["31.01.2024", [b, a]]]
                            as: [date, list]
                          - map: lib.date.parse(date, "dd.MM.yyyy"), list[1], lib.list.sort(list)
                          - write: out.txt
                        """)).isEqualTo("1706659200\tb\t[\"a\",\"b\"]\n");
    }

    @Test
    void failuresOfExpressionsAreAtTheirStep() {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> run("""
                steps:
                  - rows: [1, x]
                    as: n
                  - map: date.format(n)
                  - write: out.txt
                """));
        assertThat(thrown.failure().toString())
                .isEqualTo("flow.yaml:4:5: map failed: date.format: \"x\" is no ISO date such as 2024-01-31");
    }

    @Test
    void failuresAreAtTheLineThatCallsTheLibrary() {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> run("""
                steps:
                  - rows: ["{"]
                    as: line
                  - map: |
                      local trimmed = text.trim(line)
                      local value = json.decode(trimmed)
                      return value.x
                  - write: out.txt
                """));
        assertThat(thrown.failure().toString())
                .isEqualTo("flow.yaml:6: map failed: json.decode: line 1, column 2 (byte 2): "
                        + "a key in double quotes was expected, but the text ends");
    }
}
