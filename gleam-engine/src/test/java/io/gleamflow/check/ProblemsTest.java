package io.gleamflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.descriptor.DescriptorReader;
import io.gleamflow.descriptor.Surroundings;
import io.gleamflow.problem.Excerpt;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each descriptor in {@code problems}, what people are told about it, word for word, is in the {@code .problems.txt}
 * beside it. {@code -Dgolden.update} writes these files anew; look at the difference before you commit it.
 */
class ProblemsTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/problems");

    static Stream<String> descriptors() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void everythingWrongIsToldAtItsPlace(String name) throws IOException {
        Path golden = DIRECTORY.resolve(name.replace(".yaml", ".problems.txt"));
        String told = told(name);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, told);
        }
        assertThat(golden).exists();
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    private static String told(String name) throws IOException {
        Problems problems = new Problems();
        Path base = DIRECTORY.toAbsolutePath();
        Surroundings surroundings = new Surroundings(
                base,
                Path.of("target/out"),
                Optional.empty(),
                Map.of(
                        "wordsGiven", new Surroundings.Given("many", "-Dgleam.param.wordsGiven"),
                        "keyGiven", new Surroundings.Given("hunter2", "<keyGiven> in <params>"),
                        "modeGiven", new Surroundings.Given("hald", "-Dgleam.param.modeGiven")),
                Map.of("project.build.directory", "target"),
                Map.of("HOME", "/home/ada"));
        DescriptorReader.read(name, Files.readAllBytes(DIRECTORY.resolve(name)), surroundings, problems)
                .ifPresent(flow -> FlowChecker.check(flow, new ProjectFiles(base, Path.of("target")), problems));
        List<String> lines = new ArrayList<>();
        for (Problem problem : problems.all()) {
            lines.add(problem.severity() + " " + problem.place() + ": " + problem.message());
            Path file = DIRECTORY.resolve(problem.place().file());
            lines.addAll(Excerpt.of(problem.place(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            problem.hint().ifPresent(hint -> lines.add("   hint: " + hint));
        }
        return String.join("\n", lines).replace(base.toString(), "BASE") + "\n";
    }
}
