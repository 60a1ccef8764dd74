package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that {@code gleam:run} wrote when this build came to {@code package}. */
class WrittenFilesIT {

    private static final Path WRITTEN = Path.of("target");
    private static final Path STORED = Path.of("src", "test", "resources", "expected");

    /** Stored results stand as they do below {@code target}; other programs computed nearly all of them. */
    static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(STORED)) {
            return files.filter(Files::isRegularFile)
                    .map(STORED::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void everyFileIsWhatWasStored(Path file) {
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

    @Test
    void recordsAreSortedByTheirFirstTenBytes() throws IOException {
        List<String> unsorted = Files.readAllLines(WRITTEN.resolve("gensort/unsorted.txt"), EtcPasswd.BYTES);
        assertThat(unsorted)
                .hasSize(400)
                .doesNotHaveDuplicates()
                .allSatisfy(record -> assertThat(record).hasSize(100));
        List<String> sorted = unsorted.stream()
                .sorted(Comparator.comparing(record -> record.substring(0, 10)))
                .toList();
        assertThat(Files.readAllLines(WRITTEN.resolve("gensort/sorted.txt"), EtcPasswd.BYTES))
                .isEqualTo(sorted);
    }
}
