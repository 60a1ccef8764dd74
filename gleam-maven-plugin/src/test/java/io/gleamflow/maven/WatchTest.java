package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    @TempDir
    private Path base;

    private WatchProject project;

    @BeforeEach
    void begin() throws Exception {
        project = new WatchProject(base).file("data/a.txt", "a").file("data/b.txt", "b");
    }

    @Test
    void everythingIsDoneOnceAndNothingAgainWhileNothingChanges() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt").flow("b", "data/b.txt", "target/b.txt");
        assertThat(project.watch(() -> {}, () -> {})).containsExactly("a+b", "", "");
        assertThat(project.log()).contains("INFO watching 2 flows, 4 files; ends");
        assertThat(project.wells()).isEqualTo(1);
    }

    @Test
    void onlyTheFlowsThatAreTouchedRunAgain() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt").flow("b", "data/b.txt", "target/b.txt");
        assertThat(project.watch(
                        () -> project.file("data/b.txt", "other"),
                        () -> project.saved("a.yaml", "steps:\n  - read: data/a.txt\n  - write: target/c.txt\n")))
                .containsExactly("a+b", "b", "a");
        assertThat(project.log()).contains("INFO data/b.txt changed", "INFO a.yaml changed");
    }

    @Test
    void aFileThatAGlobMatchesIsAChangeWhenItComesAndWhenItGoes() throws Exception {
        project.flow("a", "data/*.txt", "target/a.txt");
        assertThat(project.watch(() -> project.file("data/new.txt", "n"), () -> project.gone("data/new.txt")))
                .containsExactly("a", "a", "a");
        assertThat(project.log()).contains("INFO data/new.txt is new", "INFO data/new.txt is gone");
    }

    @Test
    void anInputThatWasMissingIsAChangeWhenItComes() throws Exception {
        project.flow("a", "data/later.txt", "target/a.txt");
        assertThat(project.watch(() -> {}, () -> project.file("data/later.txt", "here")))
                .endsWith("", "a");
    }

    @Test
    void luaAndTheRowsOfTestsAreWatched() throws Exception {
        project.file("up.lua", "function up(x) return x:upper() end")
                .file("given.csv", "line\na\n")
                .file("a.yaml", """
                        functions: up.lua
                        steps:
                          - read: data/a.txt
                          - map: up(line)
                            as: word
                          - write: target/a.txt
                        tests:
                          - given: {file: given.csv}
                            expect: [A]
                        """);
        assertThat(project.watch(
                        () -> project.saved("up.lua", "function up(x) return x end"),
                        () -> project.file("given.csv", "line\nb\n")))
                .containsExactly("a", "a", "a");
    }

    @Test
    void descriptorsComeAndGo() throws Exception {
        assertThat(project.watch(
                        () -> project.flow("a", "data/a.txt", "target/a.txt"),
                        () -> project.gone("a.yaml"),
                        () -> project.file("data/a.txt", "nobody reads it")))
                .containsExactly("", "a", "", "");
        assertThat(project.forgotten()).containsExactly("a");
        assertThat(project.log())
                .contains("INFO a.yaml is new", "INFO a is gone", "INFO watching 0 flows, 0 files; ends");
    }

    @Test
    void whoReadsWhatAnotherWritesRunsOnceBehindIt() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt").flow("b", "target/a.txt", "target/b.txt");
        assertThat(project.watch(() -> project.file("data/a.txt", "other"), () -> {}))
                .containsExactly("a+b", "a b", "");
    }

    @Test
    void whoReadsTheEndsOfTwoWaysRunsOnceBehindBoth() throws Exception {
        project.flow("d", "data/a.txt", "target/d.txt")
                .flow("c", "target/d.txt", "target/c.txt")
                .flow("b", "target/c.txt", "target/b.txt")
                .file("a.yaml", "steps:\n  - read: [target/b.txt, target/d.txt]\n  - write: target/a.txt\n");
        assertThat(project.watch(() -> project.file("data/a.txt", "other"))).containsExactly("a+b+c+d", "d c b a");
        assertThat(project.rounds()).isEqualTo(2);
    }

    @Test
    void whatAStepWritesUnseenStartsTheFlowSomeTimesOnly() throws Exception {
        project.file("a.yaml", "steps:\n  - read: data/a.txt\n  - pipe: tee data/copy.txt\n  - write: target/a.txt\n");
        project.during("a", () -> project.file("data/copy.txt", "copied"));
        assertThat(project.watch(() -> {}, () -> {}, () -> {}, () -> {})).endsWith("", "");
        assertThat(project.log())
                .filteredOn(line -> line.startsWith("WARN"))
                .singleElement()
                .asString()
                .contains("a: data/copy.txt changed while flows ran, 3 times in a row");
    }

    @Test
    void aChangeDuringARunIsNotLost() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt");
        AtomicInteger runs = new AtomicInteger();
        project.during("a", () -> {
            if (runs.incrementAndGet() == 1) {
                project.file("data/a.txt", "saved meanwhile");
            }
        });
        assertThat(project.watch(() -> {}, () -> {})).containsExactly("a", "a", "");
    }

    @Test
    void whatIsHalfSavedIsWaitedFor() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt").changingAtEveryTick();
        assertThat(project.watch(
                        () -> project.file("a.yaml", ""),
                        () -> project.flow("a", "data/b.txt", "target/a.txt"),
                        () -> {}))
                .containsExactly("a", "", "", "a");
        assertThat(project.log()).noneMatch(line -> line.startsWith("ERROR"));
    }

    @Test
    void whatNeverRestsIsNotWaitedForForEver() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt").changingAtEveryTick();
        WatchProject.Step change = () -> project.file("data/a.txt", "more");
        assertThat(project.watch(Collections.nCopies(10, change).toArray(WatchProject.Step[]::new)))
                .hasSize(11)
                .startsWith("a", "")
                .endsWith("", "a");
    }

    @Test
    void aDescriptorThatStaysHalfSavedIsToldAndEndsNothing() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt");
        assertThat(project.watch(
                        () -> project.file("a.yaml", ""), () -> project.flow("a", "data/b.txt", "target/a.txt")))
                .containsExactly("a", "", "a");
        assertThat(project.log()).anyMatch(line -> line.startsWith("ERROR a.yaml"));
        assertThat(project.log()).contains("INFO watching 1 flow, 2 files, 1 failure; ends");
    }

    @Test
    void noMoreErrorsAreShownThanAskedForAndTheOthersAreCountedEachTime() throws Exception {
        project.file("a.yaml", "wrong: 1\n").file("b.yaml", "wrong: 1\n").showingErrors(1);
        project.watch(() -> project.file("a.yaml", "wrong: 2\n").file("b.yaml", "wrong: 2\n"));
        assertThat(project.log())
                .filteredOn(line -> line.matches("ERROR [ab].yaml: .*"))
                .hasSize(2);
        assertThat(project.log())
                .filteredOn(
                        line -> line.matches("ERROR \\d+ more errors? (is|are) not shown, since gleam.maxErrors is 1"))
                .hasSize(2);
    }

    @Test
    void aDescriptorThatIsWrongIsToldAndLooksForLuaBesideIt() throws Exception {
        project.file("a.yaml", "functions: up.lua\nsteps:\n  - read: data/a.txt\n  - write: target/a.txt\n");
        assertThat(project.watch(() -> project.file("up.lua", "function up( return"), () -> {
                    project.file("up.lua", "function up() return 1 end");
                }))
                .containsExactly("", "", "a");
    }

    @Test
    void aFlowThatFailedIsDoneAgainWhenItIsTouchedAndUntilThenNothingIsWell() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt");
        project.fails("a");
        assertThat(project.watch(() -> {}, () -> project.file("data/a.txt", "other")))
                .containsExactly("a", "", "a");
        assertThat(project.wells()).isZero();
    }

    @Test
    void flowsThatWaitForEachOtherRunWhenTheyDoNoMore() throws Exception {
        project.flow("a", "target/b.txt", "target/a.txt").flow("b", "target/a.txt", "target/b.txt");
        assertThat(project.watch(() -> project.flow("a", "data/a.txt", "target/a.txt")))
                .containsExactly("", "a+b");
        assertThat(project.log()).anyMatch(line -> line.contains("which waits for `"));
    }

    @Test
    void aDefectIsToldOnceAndTheOthersAreWatchedStill() throws Exception {
        project.flow("a", "data/a.txt", "target/a.txt");
        project.during("a", () -> {
            throw new IllegalStateException("broken");
        });
        assertThat(project.watch(() -> {}, () -> project.flow("b", "data/b.txt", "target/b.txt")))
                .containsExactly("a", "", "b");
        assertThat(project.log())
                .filteredOn(line -> line.contains("defect of gleam"))
                .hasSize(1);
    }

    @Test
    void aGoalThatIsNoneIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> WatchGoals.goals(List.of("validate", "rnu")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "gleam.watch.goals is `rnu`, and can be validate, test, run. Did you mean `run`?");
    }
}
