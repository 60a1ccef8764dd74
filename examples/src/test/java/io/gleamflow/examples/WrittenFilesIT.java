package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@code gleam:run} wrote when this build came to {@code package}. */
class WrittenFilesIT {

    private static final Path WRITTEN = Path.of("target");
    private static final Path STORED = Path.of("src", "test", "resources", "expected");

    @ParameterizedTest
    @ValueSource(strings = {"word-count-of-files.tsv", "word-lengths.tsv", "words.tsv", "pi.txt"})
    void everyFileIsWhatWasStored(String file) throws IOException {
        assertThat(WRITTEN.resolve(file)).hasSameBinaryContentAs(STORED.resolve(file));
    }

    @Test
    void shellStepsPassEveryLineOnThatGrepLeaves() throws IOException {
        StringBuilder kept = new StringBuilder();
        for (String line : EtcPasswd.lines()) {
            if (!line.contains("asdf")) {
                kept.append(line).append('\n');
            }
        }
        assertThat(Files.readAllBytes(WRITTEN.resolve("shell-script.txt")))
                .isEqualTo(kept.toString().getBytes(EtcPasswd.BYTES));
    }
}
