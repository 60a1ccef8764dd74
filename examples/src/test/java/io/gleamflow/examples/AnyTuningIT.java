package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example leaves the same bytes however many shards there are, and with no memory to sort in. */
class AnyTuningIT {

    private static final Tuning NO_MEMORY = new Tuning(OptionalInt.of(2), OptionalLong.of(0));

    @TempDir
    Path directory;

    static Stream<String> examples() throws IOException {
        return ExampleRun.examples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void leavesTheSameBytes(String example) throws Exception {
        Map<String, String> alone = run(example, "alone", Tuning.partitions(1));
        assertThat(run(example, "three", Tuning.partitions(3))).isEqualTo(alone);
        assertThat(run(example, "disk", NO_MEMORY)).isEqualTo(alone);
    }

    private Map<String, String> run(String example, String name, Tuning tuning) throws Exception {
        Path flow = Path.of(example);
        return ExampleRun.of(directory.resolve(name), flow, LuaRuntime.LUAJ, tuning);
    }
}
