package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchGoalsTest {

    private static final String TESTED = """
            steps:
              - read: data/a.txt
              - write: target/%s.txt
            tests:
              - name: small
                given: [A]
                expect: [A]
            """;

    @TempDir
    private Path base;

    private WatchProject project;
    private final RecordedLog log = new RecordedLog();

    @BeforeEach
    void begin() throws Exception {
        project = new WatchProject(base).file("data/a.txt", "a").file("a.yaml", TESTED.formatted("a"));
    }

    /** Of tests alone. */
    private WatchGoals goals(@Nullable String selection) {
        TestRun testing = new TestRun(
                log,
                project.workspace(),
                FlowFile::name,
                base.resolve("reports"),
                true,
                new Covered(),
                false,
                Tuning.partitions(2));
        return new WatchGoals(
                log,
                Set.of(WatchGoals.Goal.TEST),
                flow -> true,
                new TestSelection(selection),
                testing,
                false,
                new NoRuns());
    }

    private Set<FlowFile> test(WatchGoals goals, List<FlowFile> flows, boolean isAll) throws Exception {
        Complaints complaints = new Complaints(log, base);
        LoadedFlows loaded = LoadedFlows.of(project.workspace(), flows, complaints);
        List<FlowFile> readable =
                flows.stream().filter(file -> loaded.flow(file) != null).toList();
        return goals.of(loaded, readable, complaints, isAll);
    }

    private Set<FlowFile> test(String selection) throws Exception {
        return test(goals(selection), project.flows(), true);
    }

    private List<String> covered() throws IOException {
        return Files.readAllLines(base.resolve("target/gleam/coverage.txt")).stream()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static final class NoRuns implements WatchGoals.Running {

        @Override
        public Set<FlowFile> of(List<LoadedFlows.Entry> flows, Complaints complaints) {
            throw new AssertionError("nothing runs but tests");
        }

        @Override
        public void forget(List<FlowFile> gone) {}

        @Override
        public void removeOutputsOfGoneFlows() {
            throw new AssertionError("nothing runs but tests");
        }
    }

    @Test
    void whatTestsOfOneFlowCoverIsWrittenBesideThatOfTheOthers() throws Exception {
        project.file("b.yaml", TESTED.formatted("b"));
        List<FlowFile> flows = project.flows();
        WatchGoals goals = goals(null);
        assertThat(test(goals, flows, true)).isEmpty();
        assertThat(covered()).containsExactly("a", "b");
        test(goals, List.of(flows.get(0)), false);
        assertThat(covered()).containsExactly("a", "b");
        goals.forget(List.of(flows.get(0)));
        test(goals, List.of(flows.get(1)), false);
        assertThat(covered()).containsExactly("b");
    }

    @Test
    void aTestThatNoFlowHasIsRefused() {
        assertThatThrownBy(() -> test("b#small"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no test `b#small`");
    }

    @Test
    void aTestOfAFlowThatCannotBeReadYetIsWaitedFor() throws Exception {
        project.file("b.yaml", TESTED.formatted("b") + "wrong: 1\n");
        assertThat(test("b#small")).isEmpty();
        assertThat(log.lines()).contains("INFO no tests in a");
    }
}
