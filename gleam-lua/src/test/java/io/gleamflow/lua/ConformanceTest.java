package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts of small checks, by the sections of the manual, must print the same, line by line, in luajit and here. */
class ConformanceTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void luajitIsThere() {
        LuaJit.assumePresent();
    }

    static List<String> sections() throws IOException {
        return Checks.sections();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void printsWhatLuajitPrints(String section) throws IOException, InterruptedException {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        script.writeBytes(Checks.resource("/harness.lua"));
        script.writeBytes(Checks.resource("/conformance/" + section + ".lua"));
        String name = section + ".lua";

        List<String> ours = Scripts.run(name, script.toByteArray());
        List<String> theirs = LuaJit.run(directory, name, script.toByteArray());
        assertThat(Scripts.differences(ours, theirs)).isEmpty();
    }
}
