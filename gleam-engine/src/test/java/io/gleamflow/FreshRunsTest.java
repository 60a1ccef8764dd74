package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow runs when what it would write is not there, and says why. */
class FreshRunsTest {

    private static final String FLOW = """
            params:
              size: 3
            steps:
              - read: data/*.txt
              - sort
              - limit: ${size}
              - write: target/sorted.txt
            """;

    @TempDir
    Path directory;

    private FreshProject project;

    @BeforeEach
    void runOnce() throws Exception {
        project = new FreshProject(directory.toRealPath());
        project.file("data/a.txt", "b\na\n").file("data/b.txt", "c\n").file("flows/sort.yaml", FLOW);
        assertThat(update()).isEqualTo("first time");
        assertThat(project.path("target/sorted.txt")).hasContent("a\nb\nc");
    }

    private String update() throws Exception {
        return String.join("; ", project.update("flows/sort.yaml"));
    }

    @Test
    void aSecondRunTouchesNothing() throws Exception {
        Map<Path, FileTime> before = project.times();
        assertThat(update()).isEmpty();
        assertThat(project.times()).isEqualTo(before);
    }

    @Test
    void aChangedInputIsNamed() throws Exception {
        project.file("data/a.txt", "x\n");
        assertThat(update()).isEqualTo("data/a.txt changed");
        assertThat(project.path("target/sorted.txt")).hasContent("c\nx");
        assertThat(update()).isEmpty();
    }

    @Test
    void anInputThatWasOnlyTouchedIsRead() throws Exception {
        Files.setLastModifiedTime(project.path("data/a.txt"), FileTime.fromMillis(1_000_000_000_000L));
        assertThat(update()).isEmpty();
    }

    /** The time is set back to what it was, and the size is the same: what nobody can set back tells. */
    @Test
    void aChangeThatHidesItsTimeAndSizeIsSeen() throws Exception {
        Path input = project.path("data/a.txt");
        Assumptions.assumeTrue(
                input.getFileSystem().supportedFileAttributeViews().contains("unix"), "no time of change");
        FileTime time = Files.getLastModifiedTime(input);
        project.file("data/a.txt", "b\nx\n");
        Files.setLastModifiedTime(input, time);
        assertThat(update()).isEqualTo("data/a.txt changed");
    }

    /** As when the clock was set back since the state was written. */
    @Test
    void aTimeLaterThanTheStateIsNotTrusted() throws Exception {
        FileTime future = FileTime.fromMillis(System.currentTimeMillis() + 3_600_000);
        Files.setLastModifiedTime(project.path("data/a.txt"), future);
        assertThat(update()).isEmpty();
        project.file("data/a.txt", "b\nx\n");
        Files.setLastModifiedTime(project.path("data/a.txt"), future);
        assertThat(update()).isEqualTo("data/a.txt changed");
    }

    @Test
    void theListOfFilesCountsAsWell() throws Exception {
        project.file("data/c.txt", "");
        assertThat(update()).isEqualTo("data/c.txt is new");
        Files.delete(project.path("data/c.txt"));
        assertThat(update()).isEqualTo("data/c.txt is gone");
        assertThat(update()).isEmpty();
    }

    @Test
    void aLinkIsFollowedToWhatItMeans() throws Exception {
        project.file("elsewhere/x.txt", "one\n");
        Files.createSymbolicLink(project.path("data/x.txt"), project.path("elsewhere/x.txt"));
        assertThat(update()).isEqualTo("data/x.txt is new");
        project.file("elsewhere/x.txt", "two\n");
        assertThat(update()).isEqualTo("data/x.txt changed");
        assertThat(update()).isEmpty();
    }

    @Test
    void aParameterIsToldWithItsValues() throws Exception {
        project.param("size", "1");
        assertThat(update()).isEqualTo("parameter size changed: 3 -> 1");
        assertThat(project.path("target/sorted.txt")).hasContent("a");
    }

    @Test
    void theSameValueFromElsewhereIsNoChange() throws Exception {
        project.param("size", "3");
        assertThat(update()).isEmpty();
    }

    @Test
    void commentsLayoutAndDescriptionsMeanNothing() throws Exception {
        project.file("flows/sort.yaml", """
                # sorts
                description: Sorts what there is

                params: {size: {default: 3, description: how many}}
                steps:
                - {read: "data/*.txt", memory: 64mb, timeout: 5m, onDisk: true}
                - sort:
                - limit: ${size}   # few
                - write: 'target/sorted.txt'
                """);
        // the declaration of a parameter is written otherwise, and that is told as a change
        assertThat(update()).isEqualTo("the descriptor changed");
        project.file("flows/sort.yaml", """
                # sorts
                description: Sorts, and says so otherwise

                params: {size: {default: 3, description: "how many, otherwise"}}
                steps:
                - {read: "data/*.txt", memory: 65mb}
                - sort:
                - limit: ${size}   # still few
                - write: 'target/sorted.txt'
                """);
        assertThat(update()).isEmpty();
    }

    @Test
    void aStepThatChangedIsAChangeOfTheDescriptor() throws Exception {
        project.file("flows/sort.yaml", FLOW.replace("- sort", "- sort: line desc"));
        assertThat(update()).isEqualTo("the descriptor changed");
    }

    @Test
    void anOutputThatIsGoneOrChangedIsWrittenAgain() throws Exception {
        Path output = project.path("target/sorted.txt");
        Files.delete(output);
        assertThat(update()).isEqualTo("target/sorted.txt is gone");
        project.file("target/sorted.txt", "mine\n");
        assertThat(update()).isEqualTo("target/sorted.txt was changed since");
        assertThat(output).hasContent("a\nb\nc");
        assertThat(update()).isEmpty();
    }

    @Test
    void anOutputThatBecameADirectoryIsRefusedAsBeforeEachRun() throws Exception {
        Path output = project.path("target/sorted.txt");
        Flow flow = project.gleam().load(project.path("flows/sort.yaml")).flow();
        Files.delete(output);
        Files.createDirectories(output);
        assertThat(project.gleam().updates().status(flow).reasons())
                .containsExactly("target/sorted.txt is no file that can be read");
        assertThatThrownBy(this::update)
                .isInstanceOf(InvalidFlowException.class)
                .hasMessageContaining("is a directory");
    }

    @Test
    void aRunThatFailsIsNotNoted() throws Exception {
        project.file("flows/sort.yaml", FLOW.replace("- sort", "- map: error('no')\n    as: line"));
        assertThatThrownBy(this::update).isInstanceOf(FailureException.class);
        assertThatThrownBy(this::update).isInstanceOf(FailureException.class);
        project.file("flows/sort.yaml", FLOW);
        assertThat(update()).isEmpty();
    }

    @Test
    void aMissingInputIsTheReasonAndThenTheFailure() throws Exception {
        Files.delete(project.path("data/a.txt"));
        Files.delete(project.path("data/b.txt"));
        assertThat(project.gleam()
                        .updates()
                        .status(project.gleam()
                                .load(project.path("flows/sort.yaml"))
                                .flow())
                        .reasons())
                .containsExactly("no file matches data/*.txt");
        assertThatThrownBy(this::update).isInstanceOf(FailureException.class);
    }

    @Test
    void forcedRunsLeaveEqualOutputsAsTheyAre() throws Exception {
        FileTime time = Files.getLastModifiedTime(project.path("target/sorted.txt"));
        Update forced = project.run("flows/sort.yaml", true);
        assertThat(forced.before().reasons()).containsExactly("gleam.force");
        assertThat(forced.report().orElseThrow().outputs())
                .allSatisfy(output -> assertThat(output.unchanged()).isTrue());
        assertThat(Files.getLastModifiedTime(project.path("target/sorted.txt"))).isEqualTo(time);
    }

    @Test
    void whatWasForgottenRunsAgain() throws Exception {
        assertThat(project.gleam().updates().forget(project.path("flows/other.yaml")))
                .isFalse();
        assertThat(project.gleam().updates().forget(project.path("flows/sort.yaml")))
                .isTrue();
        assertThat(update()).isEqualTo("first time");
        assertThat(project.gleam().updates().forget()).isTrue();
        assertThat(project.gleam().updates().forget()).isFalse();
        assertThat(update()).isEqualTo("first time");
    }

    @Test
    void flowsThatOnlyPrintAlwaysRun() throws Exception {
        project.file("flows/print.yaml", "steps:\n  - read: data/a.txt\n  - print\n");
        assertThat(project.update("flows/print.yaml")).containsExactly("it writes no file");
        assertThat(project.update("flows/print.yaml")).containsExactly("it writes no file");
    }
}
