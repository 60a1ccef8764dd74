package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.LuaChoice;
import io.gleamflow.SharedLock;
import io.gleamflow.Tuning;
import io.gleamflow.run.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** Flows of shell steps that wait for each other by files, so that what runs at the same time is no matter of luck. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class SideBySideTest {

    private static final String AWAIT =
            "n=0; while [ ! -e %s ] && [ $n -lt 500 ]; do sleep 0.05; n=$((n+1)); done; [ -e %s ]";

    @TempDir
    Path base;

    private final HookedLog log = new HookedLog();
    private Workspace workspace;
    private Complaints complaints;
    private FlowRun run;
    private final List<FlowFile> files = new ArrayList<>();

    /** A log in which every line may be an occasion. */
    private static final class HookedLog extends org.apache.maven.plugin.logging.SystemStreamLog {
        private final List<String> lines = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();
        private Runnable atFirst = () -> {};

        @Override
        public void info(CharSequence content) {
            add("INFO " + content);
        }

        @Override
        public void warn(CharSequence content) {
            add("WARN " + content);
        }

        @Override
        public void error(CharSequence content) {
            add("ERROR " + content);
        }

        private void add(String line) {
            threads.add(Thread.currentThread());
            lines.add(line);
            Runnable now = atFirst;
            atFirst = () -> {};
            now.run();
        }
    }

    @BeforeEach
    void workspace() throws Exception {
        Path target = base.resolve("target");
        workspace = new Workspace(
                base,
                target.resolve("out"),
                target,
                LuaChoice.DEFAULT,
                new ParamSources(new Properties(), Map.of(), new Properties()),
                Map.of(),
                Programs.PLAIN,
                new SharedLock());
        complaints = new Complaints(log, base);
        ProgressChoice silent = ProgressChoice.of("none", false, false, "", Map.of());
        Markers none = new Markers(new DefaultBuildContext(), base, "run.default");
        BuildResults results = BuildResults.in(new HashMap<>());
        run = new FlowRun(log, workspace, complaints, Tuning.NONE, false, 1, silent, results, none);
    }

    private static String await(String file) {
        return AWAIT.formatted(file, file);
    }

    /** A flow that reads a file, or one row, and writes {@code target/NAME.txt}. */
    private void flow(String name, String source, String code) throws IOException {
        Path file = base.resolve(name + ".yaml");
        Files.writeString(file, """
                steps:
                  - %s
                  - pipe: |
                      %s
                  - write: target/%s.txt
                """.formatted(source, code, name));
        files.add(FlowFile.at(file));
    }

    private void flow(String name, String code) throws IOException {
        flow(name, "rows: 1", code);
    }

    private void runAll(int most, boolean goesOn) throws Exception {
        LoadedFlows loaded = LoadedFlows.of(workspace, files, complaints);
        assertThat(complaints.all()).isEmpty();
        new SideBySide(run, FlowFile::name, workspace.engineFor("")::reads)
                .of(loaded.inOrder(workspace, complaints), most, goesOn);
    }

    private boolean isWritten(String flow) {
        return Files.exists(base.resolve("target").resolve(flow + ".txt"));
    }

    private List<String> lines(String start) {
        return log.lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    /** No work, no lock, no turn is left. */
    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> all = Files.walk(base.resolve("target/gleam"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("flows")))
                    .isEmpty();
        }
    }

    @Test
    void whatRunsAlreadyIsFinishedWhenAFlowFailsAndNothingElseBegins() throws Exception {
        flow("bad", await("begun") + "; touch failed; exit 3");
        flow("good", "touch begun; " + await("failed") + " && cat");
        flow("later", "cat");
        runAll(2, false);
        assertThat(complaints.errors()).isEqualTo(1);
        assertThat(lines("ERROR").get(0)).isEqualTo("ERROR bad.yaml:3:5: pipe failed: exit status 3");
        assertThat(isWritten("good")).isTrue();
        assertThat(isWritten("bad")).isFalse();
        assertThat(isWritten("later")).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void allOthersRunWhenTheyAreToGoOn() throws Exception {
        flow("bad", "exit 3");
        for (int i = 0; i < 5; i++) {
            flow("good" + i, "cat");
        }
        runAll(2, true);
        assertThat(complaints.errors()).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            assertThat(isWritten("good" + i)).isTrue();
        }
        assertNothingIsLeft();
    }

    @Test
    void twoThatFailAtOnceAreBothComplainedAbout() throws Exception {
        flow("one", "touch one; " + await("two") + "; exit 3");
        flow("two", "touch two; " + await("one") + "; exit 4");
        flow("later", "cat");
        runAll(2, false);
        assertThat(lines("ERROR"))
                .filteredOn(line -> line.contains("failed:"))
                .containsExactlyInAnyOrder(
                        "ERROR one.yaml:3:5: pipe failed: exit status 3",
                        "ERROR two.yaml:3:5: pipe failed: exit status 4");
        assertThat(complaints.failure().getMessage())
                .contains("yaml:3:5: pipe failed")
                .endsWith("(and 1 more above)");
        assertThat(isWritten("later")).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void aFlowThatWaitsForOneThatFailedDoesNotRun() throws Exception {
        flow("writer", "exit 3");
        flow("reader", "read: target/writer.txt", "cat");
        runAll(2, false);
        assertThat(complaints.errors()).isEqualTo(1);
        assertThat(log.lines).noneMatch(line -> line.contains("reader"));
        assertNothingIsLeft();
    }

    /** As one by one: what it reads is what was there before. */
    @Test
    void itRunsBehindItWithTheOldFilesWhenAllAreToGoOn() throws Exception {
        Files.createDirectories(base.resolve("target"));
        Files.writeString(base.resolve("target/writer.txt"), "old\n");
        flow("writer", "touch began; sleep 0.5; touch ended; exit 3");
        flow("reader", "read: target/writer.txt", "test -e ended && cat");
        runAll(2, true);
        assertThat(complaints.errors()).isEqualTo(1);
        assertThat(base.resolve("target/reader.txt")).hasContent("old");
        assertNothingIsLeft();
    }

    @Test
    void aFlowRunsBehindTheOneItReads() throws Exception {
        flow("reader", "read: target/writer.txt", "cat");
        flow("writer", "sleep 0.5; echo new");
        flow("other", "cat");
        runAll(3, false);
        assertThat(complaints.errors()).isZero();
        assertThat(base.resolve("target/reader.txt")).hasContent("new");
    }

    @Test
    void theLinesOfAFlowComeInTheirOrderFromOneThreadAndBeforeItsEnd() throws Exception {
        String talks = "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo line $i >&2; done; cat";
        flow("a", talks);
        flow("b", talks);
        runAll(2, false);
        for (String name : List.of("a", "b")) {
            List<String> own = log.lines.stream()
                    .filter(line -> line.startsWith("INFO   " + name))
                    .toList();
            for (int i = 1; i <= 12; i++) {
                assertThat(own.get(i - 1)).isEqualTo("INFO   " + name + ": pipe: line " + i);
            }
            assertThat(own.get(12)).contains("1 row -> target/" + name + ".txt");
            assertThat(own).hasSize(13);
        }
        assertThat(log.threads).containsOnly(Thread.currentThread());
    }

    @Test
    void anInterruptionEndsAllAndIsToldToWhoCalls() throws Exception {
        flow("one", "echo at work >&2; exec sleep 1000");
        flow("two", "exec sleep 1000");
        flow("later", "cat");
        Thread caller = Thread.currentThread();
        log.atFirst = caller::interrupt;
        assertThatThrownBy(() -> runAll(2, true)).isInstanceOf(InterruptedException.class);
        assertThat(isWritten("later")).isFalse();
        assertNothingIsLeft();
    }

    /** Much more than the queue takes, from a thread that reads what the program writes. */
    @Test
    void oneThatTalksWithoutEndIsEndedByAnInterruptionToo() throws Exception {
        flow("one", "yes at work >&2");
        flow("two", "yes at work >&2");
        Thread caller = Thread.currentThread();
        log.atFirst = caller::interrupt;
        assertThatThrownBy(() -> runAll(2, true)).isInstanceOf(InterruptedException.class);
        assertNothingIsLeft();
    }

    @Test
    void whatIsUnexpectedInOneEndsAllOthers() throws Exception {
        flow("one", "echo at work >&2; exec sleep 1000");
        flow("two", "yes at work >&2");
        log.atFirst = () -> {
            throw new IllegalStateException("the log is broken");
        };
        assertThatThrownBy(() -> runAll(2, true)).hasMessageContaining("the log is broken");
        assertNothingIsLeft();
    }

    @Test
    void aDefectInOneIsToldAsOne() throws Exception {
        flow("one", "exec sleep 1000");
        SideBySide flows = new SideBySide(
                run,
                file -> {
                    throw new IllegalStateException("no title");
                },
                (reader, writer) -> false);
        LoadedFlows loaded = LoadedFlows.of(workspace, files, complaints);
        assertThatThrownBy(() -> flows.of(loaded.inOrder(workspace, complaints), 2, true))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("defect of gleam");
    }

    @Test
    void allShareTheLockOfTheProjectAndGiveItBack() throws Exception {
        String code = "ls target/gleam/state/lock > %s.lock; cp target/gleam/state/lock holder; %s; cat";
        flow("one", code.formatted("one", "touch one; " + await("two")));
        flow("two", code.formatted("two", "touch two; " + await("one")));
        runAll(2, false);
        assertThat(complaints.errors()).isZero();
        assertThat(base.resolve("one.lock")).hasContent("target/gleam/state/lock");
        assertThat(base.resolve("two.lock")).hasContent("target/gleam/state/lock");
        assertThat(Files.readString(base.resolve("holder")))
                .startsWith("process " + ProcessHandle.current().pid());
        assertThat(base.resolve("target/gleam/state/lock")).doesNotExist();
    }
}
