package io.gleamflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.descriptor.DescriptorReader;
import io.gleamflow.descriptor.Surroundings;
import io.gleamflow.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Descriptors that are right as they stand, among them the first examples of the design. */
class AcceptedTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/accepted");

    static List<String> descriptors() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void nothingIsWrong(String name) throws IOException {
        Problems problems = new Problems();
        Surroundings surroundings = new Surroundings(
                DIRECTORY,
                Path.of("target/out"),
                Optional.empty(),
                Map.of(),
                Map.of("project.build.directory", "target"),
                Map.of("HOME", "/home/ada"));
        DescriptorReader.read(name, Files.readAllBytes(DIRECTORY.resolve(name)), surroundings, problems)
                .ifPresent(flow -> FlowChecker.check(flow, new ProjectFiles(Path.of(""), Path.of("target")), problems));
        assertThat(problems.all()).isEmpty();
    }
}
