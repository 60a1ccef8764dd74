package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of small checks, by the sections of the manual, must print the same, line by line, in luajit and here. */
class ConformanceTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void luajitIsThere() {
        LuaJit.assumePresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bits",
                "coroutines",
                "errors",
                "language",
                "numbers",
                "patterns",
                "strings",
                "syntax",
                "system",
                "tables"
            })
    void printsWhatLuajitPrints(String section) throws IOException, InterruptedException {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        script.writeBytes(resource("/harness.lua"));
        script.writeBytes(resource("/conformance/" + section + ".lua"));
        String name = section + ".lua";

        assertThat(Scripts.run(name, script.toByteArray()))
                .containsExactlyElementsOf(LuaJit.run(directory, name, script.toByteArray()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ConformanceTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
