package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class KeptWorkTest {

    private static final Tuning KEEPING =
            new Tuning(OptionalInt.of(2), OptionalLong.empty(), Optional.empty(), Optional.empty(), true);

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    private Flow flow(String code) throws Exception {
        return project.load("flow.yaml", """
                params:
                  word: {secret: true, default: tulip}
                steps:
                  - rows: 3
                  - pipe: %s
                  - write: target/out.txt
                """.formatted(code));
    }

    private void run(Flow flow, Tuning tuning) throws Exception {
        project.gleam().run(flow, tuning, (step, line) -> project.log().add(step + ": " + line));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("target/gleam"))) {
            return files.filter(file -> !file.endsWith("state")).toList();
        }
    }

    private static List<Path> scripts(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(file -> file.toString().endsWith(".sh")).toList();
        }
    }

    @Test
    void theScriptsOfARunStayForWhoAsksAndIsToldWhere() throws Exception {
        run(flow("cat"), KEEPING);
        assertThat(kept()).hasSize(1);
        Path work = kept().get(0);
        assertThat(scripts(work)).isNotEmpty();
        assertThat(Files.readString(scripts(work).get(0))).contains("cat");
        assertThat(project.log()).containsExactly("flow: its work is kept in " + base.relativize(work));
    }

    /** The value of the secret is in the script. */
    @Test
    void nobodyElseCanReadThem() throws Exception {
        run(flow("cat"), KEEPING);
        assertThat(Files.readString(scripts(kept().get(0)).get(0))).contains("tulip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().get(0))))
                .isEqualTo("rwx------");
    }

    @Test
    void theyStayWhenTheRunFailsToo() throws Exception {
        Flow flow = flow("cat; exit 3");
        assertThatThrownBy(() -> run(flow, KEEPING)).isInstanceOf(FailureException.class);
        assertThat(scripts(kept().get(0))).isNotEmpty();
        assertThat(project.log()).anyMatch(line -> line.startsWith("flow: its work is kept in target/gleam/kept-"));
    }

    @Test
    void theNextRunRemovesThem() throws Exception {
        run(flow("cat"), KEEPING);
        Path first = kept().get(0);
        run(flow("cat"), KEEPING);
        assertThat(kept()).hasSize(1).doesNotContain(first);
        run(flow("cat"), Tuning.NONE);
        assertThat(kept()).isEmpty();
    }

    @Test
    void thoseOfAllFlowsOfABuildStay() throws Exception {
        SharedLock ofBuild = new SharedLock();
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build, build, LuaChoice.DEFAULT, Map.of(), Map.of()), ofBuild);
        Flow flow = flow("cat");
        gleam.run(flow, KEEPING, (step, line) -> {});
        gleam.run(flow, KEEPING, (step, line) -> {});
        assertThat(kept()).hasSize(2);
    }

    @Test
    void whoBeginsAgainRemovesThoseOfBefore() throws Exception {
        SharedLock lock = new SharedLock();
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build, build, LuaChoice.DEFAULT, Map.of(), Map.of()), lock);
        Flow flow = flow("cat");
        gleam.run(flow, KEEPING, (step, line) -> {});
        List<Path> before = kept();
        lock.beginAgain();
        assertThat(kept()).isEqualTo(before);
        gleam.run(flow, KEEPING, (step, line) -> {});
        gleam.run(flow, KEEPING, (step, line) -> {});
        assertThat(kept()).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    /** Rows that wait are worth a look when a run has failed; a run that went well has none. */
    @Test
    void rowsThatWaitedWhenARunFailedStay() throws Exception {
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 200000
                  - sort: n desc
                  - pipe: exit 3
                  - write: target/out.txt
                """);
        Tuning little = new Tuning(OptionalInt.of(1), OptionalLong.of(0), Optional.empty(), Optional.empty(), true);
        assertThatThrownBy(() -> run(flow, little)).isInstanceOf(FailureException.class);
        assertThat(kept()).hasSize(1);
        run(flow("cat"), Tuning.NONE);
        assertThat(kept()).isEmpty();
        assertThat(base.resolve("target/out.txt")).hasContent("1\n2\n3");
    }

    @Test
    void nothingStaysForWhoDoesNotAsk() throws Exception {
        run(flow("cat"), Tuning.NONE);
        assertThat(kept()).isEmpty();
        assertThat(project.log()).isEmpty();
    }
}
