package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a directory of its own, whose flows are run and whose files are looked at. */
final class TempProject {

    private final Path base;
    private final Gleam gleam;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    TempProject(Path base) {
        this.base = base;
        Path build = base.resolve("target");
        this.gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
    }

    Gleam gleam() {
        return gleam;
    }

    /** What steps have logged or printed. */
    List<String> log() {
        return log;
    }

    TempProject file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    TempProject file(String name, byte[] bytes) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    Flow load(String name, String descriptor) throws IOException, InvalidFlowException {
        file(name, descriptor);
        return gleam.load(base.resolve(name)).flow();
    }

    /** Runs a descriptor and returns all files it left outside of the state directory, by name. */
    Map<String, String> run(String descriptor, int partitions, long memory) throws Exception {
        Flow flow = load("flow.yaml", descriptor);
        Tuning tuning = new Tuning(OptionalInt.of(partitions), OptionalLong.of(memory));
        gleam.run(flow, tuning, (step, line) -> log.add(line));
        return outputs();
    }

    /** What is below {@code target}, but for the state of publication, whose directory must be empty. */
    Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        Path target = base.resolve("target");
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    outputs.put(
                            target.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return outputs;
    }

    /** The failure of a descriptor that must fail and leave nothing. */
    Failure failure(String descriptor, int partitions) throws IOException {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> run(descriptor, partitions, 1 << 20));
        assertThat(thrown).isNotNull();
        assertThat(outputs()).isEmpty();
        return thrown.failure();
    }
}
