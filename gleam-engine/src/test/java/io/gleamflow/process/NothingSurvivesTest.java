package io.gleamflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NothingSurvivesTest {

    /** Leaves three processes behind: one in the background, one whose parent is gone, and one in a session of its own. */
    private static final String TREE = """
            sleep 1000 & echo $! >background
            (sleep 1000 & echo $! >orphan)
            (setsid sh -c 'echo $$ >session; exec sleep 1000' </dev/null >/dev/null 2>&1 &)
            exec sleep 1000
            """;

    @TempDir
    private Path work;

    @BeforeEach
    void groups() {
        Shells.assumeGroups();
    }

    private Child tree(ChildProcesses children) throws Exception {
        Child child = children.start(Shells.script(work, "tree", TREE), line -> {});
        Shells.pidIn(work.resolve("background"));
        Shells.pidIn(work.resolve("orphan"));
        Shells.pidIn(work.resolve("session"));
        return child;
    }

    private void assertTreeIsGone(Child child) throws Exception {
        assertGroupIsGone(child);
        long session = Shells.pidIn(work.resolve("session"));
        Shells.eventually("who left the group is gone", () -> !Shells.lives(session));
    }

    private void assertGroupIsGone(Child child) throws Exception {
        long background = Shells.pidIn(work.resolve("background"));
        long orphan = Shells.pidIn(work.resolve("orphan"));
        Shells.eventually(
                "no process of the tree lives",
                () -> !Shells.lives(child.pid()) && !Shells.lives(background) && !Shells.lives(orphan));
    }

    @Test
    void closingKillsBackgroundAndOrphanedChildren() throws Exception {
        Child child;
        try (ChildProcesses children = ChildProcesses.open(work)) {
            child = tree(children);
        }
        assertThat(Shells.lives(child.pid())).isFalse();
        assertTreeIsGone(child);
    }

    @Test
    void whoLeftHisGroupIsEndedAndNamedUnlessHeDroppedTheVariable() throws Exception {
        List<String> heard = new ArrayList<>();
        String free = "setsid env -u GLEAM_RUN sh -c 'echo $$ >free; exec sleep 1000' </dev/null >/dev/null 2>&1 &";
        try (ChildProcesses children = ChildProcesses.open(work, ChildProcesses.GRACE, heard::add)) {
            Child child = children.start(Shells.script(work, "free", free + "\n" + TREE), line -> {});
            Shells.pidIn(work.resolve("session"));
            Shells.pidIn(work.resolve("free"));
            child.kill();
        }
        long session = Shells.pidIn(work.resolve("session"));
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0)).startsWith("ended sleep (pid " + session + "), which a step had left running");
        assertThat(Shells.lives(session)).isFalse();
        ProcessHandle living =
                ProcessHandle.of(Shells.pidIn(work.resolve("free"))).orElseThrow();
        assertThat(living.isAlive()).isTrue();
        living.destroyForcibly();
    }

    @Test
    void aGrandchildInASessionOfItsOwnEndsWithItsParent() throws Exception {
        String code = "setsid sh -c 'echo $$ >session; exec sleep 1000' & wait";
        try (ChildProcesses children = ChildProcesses.open(work)) {
            Child child = children.start(Shells.script(work, "parent", code), line -> {});
            long session = Shells.pidIn(work.resolve("session"));
            child.kill();
            Shells.eventually("who left the group is gone", () -> !Shells.lives(session));
        }
    }

    @Test
    void killingAChildKillsItsGroupAndNoOther() throws Exception {
        try (ChildProcesses children = ChildProcesses.open(work)) {
            Child other = children.start(Shells.script(work, "other", "exec sleep 1000"), line -> {});
            Child child = tree(children);
            child.kill();
            assertGroupIsGone(child);
            assertThat(Shells.lives(other.pid())).isTrue();
        }
    }

    @Test
    void aChildKilledAsSoonAsItStartsLeavesNothing() throws Exception {
        try (ChildProcesses children = ChildProcesses.open(work)) {
            for (int i = 0; i < 30; i++) {
                Path pid = work.resolve("early" + i);
                Child child = children.start(
                        Shells.script(work, "early", "sleep 1000 & echo $! >" + pid + "; wait"), line -> {});
                child.kill();
                child.await();
                if (Files.exists(pid) && !Files.readString(pid).isEmpty()) {
                    Shells.eventually("sleep is gone", () -> !Shells.lives(Shells.pidIn(pid)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    void aReaperThatWasKilledOrStoppedIsReplaced(String signal) throws Exception {
        Child child;
        try (ChildProcesses children = ChildProcesses.open(work)) {
            child = tree(children);
            for (long reaper : reapers()) {
                new ProcessBuilder("sh", "-c", "kill -" + signal + " " + reaper)
                        .start()
                        .waitFor();
            }
        }
        assertTreeIsGone(child);
        assertThat(reapers()).isEmpty();
    }

    @Test
    void aReaperThatWasKilledIsReplacedAtOnce() throws Exception {
        try (ChildProcesses children = ChildProcesses.open(work)) {
            Child child = tree(children);
            long first = reapers().get(0);
            ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
            Shells.eventually(
                    "another reaper",
                    () -> !reapers().contains(first) && reapers().size() == 1);
            assertThat(Shells.lives(child.pid())).isTrue();
        }
        assertThat(reapers()).isEmpty();
    }

    @Test
    void aNormalEndLeavesTheDirectoryButNoThreadProcessOrHook() throws Exception {
        long before = ProcessHandle.current().children().count();
        for (int i = 0; i < 20; i++) {
            ChildProcesses children = ChildProcesses.open(work);
            Child child = children.start(new Command("true", List.of("true"), Map.of(), work), line -> {});
            child.stdout().readAllBytes();
            assertThat(child.await().isSuccess()).isTrue();
            children.close();
            children.close();
            assertThat(children.hasHook()).isFalse();
        }
        assertThat(Shells.gleamThreads()).isEmpty();
        assertThat(ProcessHandle.current().children().count()).isLessThanOrEqualTo(before);
        assertThat(work).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "exit", "halt"})
    void aJvmThatEndsTakesChildrenAndDirectoryWithIt(String end) throws Exception {
        Path directory = Files.createDirectory(work.resolve("it's a \"$HOME\" run"));
        Files.createDirectories(directory.resolve("spill/deep"));
        Path neighbour = Files.createDirectory(work.resolve("it's a"));
        Path pid = work.resolve("pid");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldChildren.class.getName(),
                        directory.toString(),
                        end,
                        pid.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("ready");
        }
        long orphan = Shells.pidIn(pid);
        long session = Shells.pidIn(work.resolve("pid.session"));
        if (end.equals("KILL")) {
            jvm.destroyForcibly();
        } else if (end.equals("TERM")) {
            jvm.destroy();
        }
        jvm.waitFor();
        Shells.eventually("the orphan is gone", () -> !Shells.lives(orphan));
        Shells.eventually("who left the group is gone", () -> !Shells.lives(session));
        Shells.eventually("the directory is gone", () -> !Files.exists(directory));
        assertThat(neighbour).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutGroupsTheDescendantsOfALivingChildAreKilled(boolean withShell) throws Exception {
        ProcessGroups groups =
                new ProcessGroups(work, withShell ? ProgramSearch.tool("sh") : Optional.empty(), Optional.empty());
        Process child = new ProcessBuilder("sh", "-c", "sh -c 'sleep 1000; :' & sleep 1000; :").start();
        groups.add(child);
        Shells.eventually("three descendants", () -> child.descendants().count() == 3);
        List<Long> pids = child.descendants().map(ProcessHandle::pid).toList();
        groups.kill(child);
        groups.end();
        Shells.eventually("all are gone", () -> pids.stream().noneMatch(Shells::lives) && !child.isAlive());
        assertThat(reapers()).isEmpty();
    }

    private static List<Long> reapers() {
        return ProcessHandle.current()
                .children()
                .filter(child ->
                        List.of(child.info().arguments().orElse(new String[0])).contains("gleam-reaper"))
                .map(ProcessHandle::pid)
                .toList();
    }
}
