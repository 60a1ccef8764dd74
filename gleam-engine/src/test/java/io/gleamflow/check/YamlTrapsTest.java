package io.gleamflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.descriptor.DescriptorReader;
import io.gleamflow.descriptor.Surroundings;
import io.gleamflow.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of lines that YAML takes for something else, in the document: each line is told what the document says. */
class YamlTrapsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.*?)` \\| (.*) \\|$");

    record Trap(String line, String message) {}

    static List<Trap> traps() throws IOException {
        String document = Files.readString(Path.of("../docs/descriptor.md"));
        String section = document.substring(document.indexOf("## What YAML makes of it"));
        return ROW.matcher(section)
                .results()
                .map(row -> new Trap(row.group(1), row.group(2).replace("\\|", "|")))
                .toList();
    }

    @Test
    void thereAreTwelve() throws IOException {
        assertThat(traps()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void theLineIsToldWhatTheDocumentSays(Trap trap) {
        String step = trap.line.startsWith("on:") ? "join: others\n    " + trap.line : trap.line;
        String yaml = "steps:\n  - rows: [[a, b]]\n    as: [words, n]\n  - " + step + "\n  - print\n";
        Problems problems = new Problems();
        Surroundings surroundings =
                new Surroundings(Path.of(""), Path.of("out"), Optional.empty(), Map.of(), Map.of(), Map.of());
        DescriptorReader.read("trap.yaml", yaml.getBytes(StandardCharsets.UTF_8), surroundings, problems)
                .ifPresent(flow ->
                        FlowChecker.check(flow, new ProjectFiles(Path.of("target"), Path.of("target")), problems));
        assertThat(problems.all())
                .filteredOn(problem -> problem.place().line() >= 4)
                .flatExtracting(problem -> Stream.of(Optional.of(problem.message()), problem.hint())
                        .flatMap(Optional::stream)
                        .toList())
                .anySatisfy(told -> assertThat(told).contains(trap.message));
    }
}
