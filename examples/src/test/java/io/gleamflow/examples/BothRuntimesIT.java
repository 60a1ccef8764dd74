package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example writes the same files and prints the same rows on both runtimes of Lua. */
class BothRuntimesIT {

    @TempDir
    Path directory;

    static Stream<String> examples() throws IOException {
        return ExampleRun.examples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void runsAlikeOnBoth(String example) throws Exception {
        Assumptions.assumeTrue(ExampleRun.isInstalled("luajit", "-v"), "luajit is not installed");
        Map<String, String> luaj = run(example, LuaRuntime.LUAJ);
        assertThat(String.join("", luaj.values())).isNotEmpty();
        assertThat(run(example, LuaRuntime.LUAJIT)).isEqualTo(luaj);
    }

    private Map<String, String> run(String example, LuaRuntime runtime) throws Exception {
        Path base = directory.resolve(runtime.word());
        return ExampleRun.of(base, Path.of(example), runtime, Tuning.partitions(3));
    }
}
