package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.Tuning;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
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
    private Set<FlowFile> test(String selection) throws Exception {
        Workspace workspace = project.workspace();
        TestRun testing =
                new TestRun(log, workspace, FlowFile::name, base.resolve("reports"), true, false, Tuning.partitions(2));
        Complaints complaints = new Complaints(log, base);
        LoadedFlows loaded = LoadedFlows.of(workspace, project.flows(), complaints);
        List<FlowFile> readable = project.flows().stream()
                .filter(file -> loaded.flow(file) != null)
                .toList();
        WatchGoals goals = new WatchGoals(
                log,
                Set.of(WatchGoals.Goal.TEST),
                flow -> true,
                new TestSelection(selection),
                testing,
                false,
                new NoRuns());
        return goals.of(loaded, readable, complaints, true);
    }

    private static final class NoRuns implements WatchGoals.Running {

        @Override
        public Set<FlowFile> of(List<LoadedFlows.Entry> flows, Complaints complaints) {
            throw new AssertionError("nothing runs but tests");
        }

        @Override
        public void removeOutputsOfGoneFlows() {
            throw new AssertionError("nothing runs but tests");
        }
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
