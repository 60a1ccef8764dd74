package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that need a program which not every machine has; the build does not run them. */
class OptionalFlowsIT {

    @TempDir
    Path directory;

    @Test
    void aProgramInPythonGetsRowsAndGivesRows() throws Exception {
        Assumptions.assumeTrue(ExampleRun.isInstalled("python3", "--version"), "python3 is not installed");
        Path flow = Path.of("src/optional/gleam/score.yaml");
        Map<String, String> left = ExampleRun.of(directory.resolve("p"), flow, LuaRuntime.LUAJ, Tuning.partitions(3));
        assertThat(left)
                .containsEntry(
                        "scored.csv",
                        Files.readString(
                                Path.of("src/test/resources/optional/scored.csv"), StandardCharsets.ISO_8859_1));
        assertThat(left.get("printed")).contains("every review read");
    }
}
