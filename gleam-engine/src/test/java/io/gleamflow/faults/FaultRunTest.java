package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Blame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker that finds nothing wrong proves nothing unless it finds what is. */
class FaultRunTest {

    private static final String GOOD = """
            steps:
              - rows: 2
              - write: target/out.txt
            """;
    private static final String BAD = """
            steps:
              - rows: 2
              - pipe: exit 3
              - write: target/out.txt
            """;

    @TempDir
    Path directory;

    private List<String> complaints(Fault fault) throws IOException, InterruptedException {
        return new FaultRun(fault, 2, Optional.empty(), directory.resolve("project"))
                .run()
                .complaints();
    }

    private static Fault fault(String flow) {
        return Fault.of(0, "a case of the checker").flow(flow);
    }

    @Test
    void aVerdictThatComesTrueIsFine() throws Exception {
        assertThat(complaints(fault(GOOD).succeeds("target/out.txt", "1\n2\n"))).isEmpty();
    }

    @Test
    void anOutputThatNobodyExpectsIsTold() throws Exception {
        assertThat(complaints(fault(GOOD)))
                .singleElement()
                .asString()
                .startsWith("target/out.txt: ")
                .contains("became 4 bytes");
    }

    @Test
    void anOutputWithOtherBytesIsTold() throws Exception {
        assertThat(complaints(fault(GOOD).succeeds("target/out.txt", "1\n3\n")))
                .containsExactly("target/out.txt is `1\n2\n`, not `1\n3\n`");
    }

    @Test
    void aFailureThatShouldNotBeIsTold() throws Exception {
        assertThat(complaints(fault(BAD).succeeds("target/out.txt", "1\n2\n")))
                .first()
                .asString()
                .contains("but it failed, SCRIPT");
    }

    @Test
    void anotherBlamePlaceAndMessageAreTold() throws Exception {
        assertThat(complaints(fault(BAD).fails(Blame.DATA, "- write:", "no space")))
                .hasSize(4)
                .contains("to blame is DATA, not SCRIPT")
                .anySatisfy(line -> assertThat(line).startsWith("the place is `- write:`, not flow.yaml:3"))
                .anySatisfy(line -> assertThat(line).startsWith("`no space` is not in the message"));
    }

    @Test
    void aRefusalIsNoFailure() throws Exception {
        assertThat(complaints(fault(BAD).refused("- pipe:", "exit status 3"))).hasSize(1);
    }

    @Test
    void aNewFileIsToldWhereverItIs() throws Exception {
        assertThat(complaints(fault(BAD.replace("exit 3", "touch target/.hidden; exit 3"))
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 3")))
                .containsExactly("target/.hidden: nothing became 0 bytes, 0");
    }

    @Test
    void aProcessThatOutlivesItsRunIsToldAndEnded() throws Exception {
        Fault fault = fault(GOOD)
                .succeeds("target/out.txt", "1\n2\n")
                .meanwhile(project -> new ProcessBuilder("sleep", "100")
                        .directory(project.toFile())
                        .start());
        assertThat(complaints(fault)).singleElement().asString().matches("process \\d+ sleep 100");
        assertThat(LeftBehind.living(directory)).isEmpty();
    }

    @Test
    void aThreadAndATemporaryFileAreTold() throws Exception {
        Path temporary = Path.of(
                System.getProperty("java.io.tmpdir"),
                "gleam-left-" + ProcessHandle.current().pid());
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(10_000);
                    } catch (InterruptedException ended) {
                        // the test has seen it
                    }
                },
                "gleam-left");
        Fault fault = fault(GOOD).succeeds("target/out.txt", "1\n2\n").meanwhile(project -> {
            thread.start();
            Files.createFile(temporary);
        });
        try {
            assertThat(complaints(fault)).containsExactly("thread gleam-left", "temporary file " + temporary);
        } finally {
            thread.interrupt();
            Files.delete(temporary);
        }
    }

    @Test
    void aRunThatHangsIsEndedAndTold() throws Exception {
        assertThat(complaints(fault(BAD.replace("exit 3", "sleep 100"))
                        .limit(1)
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 3")))
                .first()
                .isEqualTo("it took more than 1 s");
        assertThat(LeftBehind.living(directory)).isEmpty();
    }
}
