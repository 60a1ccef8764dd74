package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Problem;
import io.gleamflow.run.LuaChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that a flow needs is missed before the flow runs. */
class RuntimeCheckTest {

    private static final String TWO_STEPS = """
            defaults: {runtime: luajit}
            steps:
              - rows: 3
              - map: n
              - filter: "true"
              - write: out.txt
            """;

    @TempDir
    private Path base;

    private Gleam gleam(Optional<LuaRuntime> runtime, String luajit) {
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(runtime, luajit);
        return new Gleam(new Project(base, build.resolve("out"), build, lua, Map.of(), Map.of()));
    }

    private List<Problem> problems(Gleam gleam, String descriptor) throws Exception {
        Path file = Files.writeString(base.resolve("flow.yaml"), descriptor);
        InvalidFlowException thrown = catchThrowableOfType(InvalidFlowException.class, () -> gleam.load(file));
        return thrown == null ? List.of() : thrown.problems();
    }

    @Test
    void missingProgramIsOneProblemThatNamesThePackage() throws Exception {
        assertThat(problems(gleam(Optional.empty(), "no-such-luajit"), TWO_STEPS))
                .singleElement()
                .hasToString(
                        "flow.yaml:4:5: `runtime: luajit` needs the program `no-such-luajit`, which is not on the PATH"
                                + " (install the package luajit, or say where it is with -Dgleam.luajit=)");
    }

    @Test
    void pathToNoProgramIsAProblemToo() throws Exception {
        assertThat(problems(gleam(Optional.of(LuaRuntime.LUAJIT), "/no/luajit"), TWO_STEPS))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("`runtime: luajit` needs the program `/no/luajit`, and there is none");
    }

    @Test
    void nothingIsMissedWhenNothingNeedsTheProgram() throws Exception {
        assertThat(problems(gleam(Optional.of(LuaRuntime.LUAJ), "no-such-luajit"), TWO_STEPS))
                .isEmpty();
        assertThat(problems(gleam(Optional.empty(), "no-such-luajit"), """
                        defaults: {runtime: luajit}
                        steps:
                          - rows: 3
                          - write: out.txt
                        """)).isEmpty();
    }

    @Test
    void wordThatIsNoRuntimeIsAProblem() throws Exception {
        assertThat(problems(gleam(Optional.empty(), "luajit"), """
                        steps:
                          - rows: 3
                          - map: n
                            runtime: luajit2
                          - write: out.txt
                        """))
                .singleElement()
                .hasToString("flow.yaml:4:14: there is no runtime `luajit2` (there are luaj and luajit)");
    }
}
