package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a descriptor: it is a flow, or all that is wrong with it has a place in the file. */
class HostileFlowsTest {

    private static final int FLOWS = 2500;

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path base;

    private final List<String> seeds = new ArrayList<>();

    @BeforeEach
    void collectSeeds() throws IOException {
        for (String directory : List.of(
                "../examples/src/main/gleam",
                "../examples/src/test/gleam",
                "src/test/resources/accepted",
                "src/test/resources/problems")) {
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    take(file);
                }
            }
        }
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/descriptor.md")));
        while (example.find()) {
            seeds.add(example.group(1));
        }
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".yaml")) {
            seeds.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } else if (name.endsWith(".lua")) {
            Files.copy(file, base.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void damagedDescriptorsAreFlowsOrHaveProblemsWithPlaces() throws InterruptedException {
        Flows flows = new Flows(base);
        AtomicInteger good = new AtomicInteger();
        new Fuzz("flows", FLOWS, 256 << 20, 20_000)
                .run(
                        random -> DescriptorMutation.of(seeds, random).getBytes(StandardCharsets.UTF_8),
                        bytes -> good.addAndGet(flows.problems(bytes).stream().noneMatch(Problem::isError) ? 1 : 0));
        assertThat(good.get()).isPositive();
    }

    @Test
    void damagedBytesOfDescriptorsAreFlowsOrHaveProblemsWithPlaces() throws InterruptedException {
        List<byte[]> bytes = seeds.stream()
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                .toList();
        new Fuzz("bytes of flows", FLOWS / 4, 256 << 20, 20_000)
                .run(random -> Mutation.of(bytes, random), new Flows(base)::problems);
    }
}
