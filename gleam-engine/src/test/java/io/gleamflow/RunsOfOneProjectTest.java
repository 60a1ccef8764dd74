package io.gleamflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several runs in one project: at once, or one after the other's death. */
@Timeout(60)
class RunsOfOneProjectTest {

    @TempDir
    private Path base;

    private TempProject project;

    @BeforeEach
    void project() throws IOException {
        base = base.toRealPath();
        project = new TempProject(base);
    }

    @Test
    void runsAtTheSameTimeGoOneAfterTheOther() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        project.file("in.txt", "a\nb\n");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                  - pipe: mkdir busy && sleep 0.1 && rmdir busy && cat
                  - write: target/out.txt
                """);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(threads.submit(() -> project.gleam()
                    .run(flow, Tuning.NONE, (step, line) -> project.log().add(line))));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        threads.shutdown();
        assertThat(project.outputs()).containsOnlyKeys("out.txt");
        assertThat(project.log()).isNotEmpty().allMatch(line -> line.startsWith("waits for another run"));
    }

    /** As a run leaves it that is killed while it renames. */
    private void interruptedPublication(Path target, String text) throws IOException {
        Path state = Files.createDirectories(base.resolve("target/gleam/state"));
        Path staged = target.resolveSibling(".in.txt.gleam-999999999-1-0-0.tmp");
        Files.writeString(staged, text);
        String lines = "stage " + staged.toUri() + " " + target.toUri() + "\n";
        CRC32C sum = new CRC32C();
        sum.update(lines.getBytes(ISO_8859_1));
        Files.writeString(
                state.resolve("999999999-1-0.journal"), lines + "complete " + Long.toHexString(sum.getValue()) + "\n");
    }

    @Test
    void aRunFinishesWhatADeadOneBeganBeforeItReads() throws Exception {
        project.file("in.txt", "old\n");
        interruptedPublication(base.resolve("in.txt"), "new\n");
        Files.createDirectories(base.resolve("target/gleam/work-of-the-dead/spill"));
        project.run("""
                steps:
                  - read: in.txt
                  - sort
                  - write: target/out.txt
                """, 2, 1 << 20);
        assertThat(base.resolve("target/out.txt")).hasContent("new");
        assertThat(base.resolve("target/gleam/work-of-the-dead")).doesNotExist();
        assertThat(base.resolve("target/gleam/state")).isEmptyDirectory();
    }

    @Test
    void recoveryLeavesAProjectAloneWhereARunIsAtWork() throws Exception {
        project.file("in.txt", "old\n");
        interruptedPublication(base.resolve("in.txt"), "new\n");
        Path work = Files.createDirectories(base.resolve("target/gleam/work-of-the-living"));
        try (ProjectLock lock = ProjectLock.take(base.resolve("target/gleam/state"), "other", line -> {})) {
            assertThat(lock).isNotNull();
            project.gleam().recover();
            assertThat(work).isDirectory();
            assertThat(base.resolve("in.txt")).hasContent("old");
        }
        project.gleam().recover();
        assertThat(work).doesNotExist();
        assertThat(base.resolve("in.txt")).hasContent("new");
    }

    /** The listener spoils things when the outputs are in their places. */
    @Test
    void whatFailsAfterTheOutputsArePublishedIsToldAndNoFailure() throws Exception {
        Flow flow = project.load("flow.yaml", """
                datasets:
                  one:
                    - rows: 1
                    - write: target/out.txt
                    - print: first %s
                  two:
                    - rows: 1
                    - print: second %s
                """);
        Path gleam = base.resolve("target/gleam");
        project.gleam().run(flow, Tuning.NONE, (step, line) -> {
            if (line.equals("first 1")) {
                spoil(gleam);
            }
            project.log().add(line);
        });
        assertThat(base.resolve("target/out.txt")).hasContent("1");
        assertThat(project.log())
                .contains("first 1")
                .anyMatch(line -> line.startsWith("warning: cannot show all that was to be printed"))
                .anyMatch(line -> line.startsWith("cannot give back the lock of the project"));
    }

    private static void spoil(Path gleam) {
        try (Stream<Path> parts =
                Files.find(gleam, 2, (file, is) -> file.toString().endsWith(".rows"))) {
            for (Path part : parts.toList()) {
                Files.delete(part);
            }
            Files.delete(gleam.resolve("state/lock"));
            Files.createDirectories(gleam.resolve("state/lock/in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Flow writing(String name, String path) throws Exception {
        return project.load(name + ".yaml", "steps:\n  - rows: [{a: 1, b: 2}]\n  - write: " + path + "\n");
    }

    @Test
    void flowsThatWriteOneFileAreRefusedBeforeTheFirstRuns() throws Exception {
        List<Flow> flows = List.of(
                writing("a", "target/x.csv"),
                writing("b", "target/./x.csv"),
                writing("c", "target/{a}.csv"),
                writing("d", "target/{b}.csv"),
                writing("e", "target/x.csv/y.csv"),
                writing("f", "target"),
                writing("g", "other/other.csv"));
        assertThatThrownBy(() -> project.gleam().inOrder(flows))
                .isInstanceOfSatisfying(
                        InvalidFlowException.class,
                        invalid -> assertThat(invalid.problems().stream().map(Problem::toString))
                                .containsExactly(
                                        "b.yaml:3:12: `target/./x.csv` is written by `a` (a.yaml, line 3), too (the flow that runs"
                                                + " last would replace what the other has written)",
                                        "d.yaml:3:12: `target/{b}.csv` is written by `c` (c.yaml, line 3), too (the flow that runs"
                                                + " last would replace what the other has written)",
                                        "e.yaml:3:12: `target/x.csv` is written by `a` (a.yaml, line 3) (one of the two files would"
                                                + " have to be a directory)",
                                        "f.yaml:3:12: `target/x.csv` is written by `a` (a.yaml, line 3) (one of the two files would"
                                                + " have to be a directory)"));
    }

    @Test
    void recoveryOfAProjectThatNeverRanMakesNothing() throws Exception {
        project.gleam().recover();
        assertThat(base).isEmptyDirectory();
    }
}
