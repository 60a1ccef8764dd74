package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.freshness.Removed;
import io.gleamflow.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flow writes no more goes, and nothing else does. */
class OldOutputsTest {

    private static final String BY_COUNTRY = """
            steps:
              - read: data/people.csv
              - write: target/by/{country}.csv
            """;

    @TempDir
    Path directory;

    private FreshProject project;

    @BeforeEach
    void runOnce() throws Exception {
        project = new FreshProject(Files.createDirectory(directory.toRealPath().resolve("project")));
        project.file("data/people.csv", "name,country\nAnn,AT\nBob,CH\nCid,DE\n");
        project.file("flows/by.yaml", BY_COUNTRY);
        project.update("flows/by.yaml");
        assertThat(project.path("target/by/CH.csv")).exists();
    }

    @Test
    void filesOfVanishedValuesGo() throws Exception {
        project.file("target/by/mine.csv", "");
        project.file("data/people.csv", "name,country\nAnn,AT\n");
        Removed removed = project.removed("flows/by.yaml");
        assertThat(removed.removed()).containsExactly("target/by/CH.csv", "target/by/DE.csv");
        assertThat(removed.kept()).isEmpty();
        assertThat(project.path("target/by"))
                .isDirectoryContaining("glob:**/AT.csv")
                .isDirectoryContaining("glob:**/mine.csv")
                .isDirectoryNotContaining("glob:**/CH.csv");
    }

    @Test
    void whatSomebodyHasChangedStays() throws Exception {
        project.file("target/by/CH.csv", "mine\n");
        project.file("data/people.csv", "name,country\nAnn,AT\n");
        Removed removed = project.removed("flows/by.yaml");
        assertThat(removed.removed()).containsExactly("target/by/DE.csv");
        assertThat(removed.kept()).containsExactly("target/by/CH.csv");
        assertThat(project.path("target/by/CH.csv")).hasContent("mine");
    }

    @Test
    void aLinkThatStandsWhereAFileWasStays() throws Exception {
        project.file("data/people.csv", "name,country\nAnn,AT\n");
        Path moved = Files.move(project.path("target/by/CH.csv"), project.path("data/CH.csv"));
        Files.createSymbolicLink(project.path("target/by/CH.csv"), moved);
        Removed removed = project.removed("flows/by.yaml");
        assertThat(removed.removed()).containsExactly("target/by/DE.csv");
        assertThat(removed.linked()).containsExactly("target/by/CH.csv");
        assertThat(moved).exists();
        assertThat(project.path("target/by/CH.csv")).isSymbolicLink();
    }

    /** The link is somebody's, and so is the file it leads to. */
    @Test
    void anOutputThatIsALinkStaysWithWhatItLeadsTo() throws Exception {
        project.file("shared/list.txt", "old\n");
        Files.createSymbolicLink(project.path("target/list.txt"), Path.of("../shared/list.txt"));
        project.file("flows/list.yaml", "steps:\n  - rows: 1\n  - write: target/list.txt\n");
        project.update("flows/list.yaml");
        assertThat(project.path("shared/list.txt")).hasContent("1");
        assertThat(project.update("flows/list.yaml")).isEmpty();
        Files.delete(project.path("flows/list.yaml"));
        assertThat(project.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.removed()).isEmpty())
                .satisfies(gone -> assertThat(gone.linked()).containsExactly("target/list.txt"));
        assertThat(project.path("target/list.txt")).isSymbolicLink();
        assertThat(project.path("shared/list.txt")).hasContent("1");
    }

    /** It has the same name and the same bytes, and gleam has not written it. */
    @Test
    void aFileToWhichALinkOnTheWayLeadsSinceStays() throws Exception {
        Path elsewhere = Files.createDirectories(directory.toRealPath().resolve("other/by"));
        for (String name : new String[] {"AT", "CH", "DE"}) {
            Files.move(project.path("target/by/" + name + ".csv"), elsewhere.resolve(name + ".csv"));
        }
        Files.delete(project.path("target/by"));
        Files.createSymbolicLink(project.path("target/by"), elsewhere);
        Files.delete(project.path("flows/by.yaml"));
        assertThat(project.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.linked()).hasSize(3))
                .satisfies(gone -> assertThat(gone.removed()).isEmpty());
        assertThat(elsewhere).isDirectoryContaining("glob:**/CH.csv");
    }

    /** The files are gleam's, the directory is not. */
    @Test
    void aDirectoryOutsideToWhichALinkLeadsStaysWhenItIsEmpty() throws Exception {
        Path elsewhere = Files.createDirectories(directory.toRealPath().resolve("other/sub"));
        Files.createSymbolicLink(project.path("target/link"), elsewhere.getParent());
        project.file("flows/by.yaml", BY_COUNTRY.replace("target/by/", "target/link/sub/"));
        project.update("flows/by.yaml");
        assertThat(elsewhere).isDirectoryContaining("glob:**/CH.csv");
        Files.delete(project.path("flows/by.yaml"));
        assertThat(project.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.removed()).hasSize(3));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whatIsWrittenByAnotherNameNowStays() throws Exception {
        project.file("flows/one.yaml", "steps:\n  - rows: 1\n  - write: target/one.txt\n");
        project.update("flows/one.yaml");
        Files.createSymbolicLink(project.path("target/link.txt"), Path.of("one.txt"));
        project.file("flows/one.yaml", "steps:\n  - rows: 1\n  - write: target/link.txt\n");
        assertThat(project.removed("flows/one.yaml").isNothing()).isTrue();
        assertThat(project.path("target/one.txt")).hasContent("1");
    }

    private static String secretly(String writes) {
        return "params:\n  key: {secret: true, default: '${env.PATH}'}\nsteps:\n  - read: data/people.csv\n" + writes;
    }

    /** It has decided nothing about the names of files. */
    @Test
    void outputsOfARemovedWriteGoAlsoWhenTheSecretIsAnotherOne() throws Exception {
        project.param("key", "tulip-1");
        project.file("flows/two.yaml", secretly("  - write: target/a.csv\n  - write: target/b.csv\n"));
        project.update("flows/two.yaml");
        project.param("key", "tulip-2");
        project.file("flows/two.yaml", secretly("  - write: target/a.csv\n"));
        assertThat(project.removed("flows/two.yaml").removed()).containsExactly("target/b.csv");
        assertThat(project.path("target/b.csv")).doesNotExist();
        assertThat(project.path("target/a.csv")).exists();
    }

    @Test
    void outputsOfAWriteThatWasRenamedGoWithTheirDirectory() throws Exception {
        project.file("flows/by.yaml", BY_COUNTRY.replace("target/by/", "target/of/"));
        assertThat(project.removed("flows/by.yaml").removed()).hasSize(3);
        assertThat(project.path("target/by")).doesNotExist();
        assertThat(project.path("target/of/DE.csv")).exists();
        assertThat(project.states()).hasSize(1);
    }

    @Test
    void outputsOfTheSameFlowWithOtherParametersStay() throws Exception {
        String flow = "params:\n  lang: de\nsteps:\n  - read: data/people.csv\n  - write: target/${lang}/all.csv\n";
        project.file("flows/all.yaml", flow);
        project.param("lang", "de").update("flows/all.yaml");
        assertThat(project.param("lang", "en").update("flows/all.yaml"))
                .containsExactly("parameter lang changed: de -> en");
        assertThat(project.path("target/de/all.csv")).exists();
        assertThat(project.update("flows/all.yaml")).isEmpty();
        assertThat(project.param("lang", "de").update("flows/all.yaml")).isEmpty();
    }

    @Test
    void aRunThatFailsRemovesNothing() throws Exception {
        project.file("flows/by.yaml", BY_COUNTRY.replace("target/by/", "target/of/") + "  - pipe: exit 3\n    as: x\n");
        assertThatThrownBy(() -> project.update("flows/by.yaml")).isInstanceOf(FailureException.class);
        assertThat(project.path("target/by/CH.csv")).exists();
    }

    @Test
    void outputsOfAFlowThatIsGoneGo() throws Exception {
        assertThat(project.removeGone()).isEmpty();
        Files.delete(project.path("flows/by.yaml"));
        project.file("target/by/DE.csv", "mine\n");
        assertThat(project.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.removed()).containsExactly("target/by/AT.csv", "target/by/CH.csv"))
                .satisfies(gone -> assertThat(gone.kept()).containsExactly("target/by/DE.csv"));
        assertThat(project.removeGone()).isEmpty();
        assertThat(project.path("data/people.csv")).exists();
    }

    @Test
    void whatAnotherFlowWritesNowStaysWhenItsFirstOneGoes() throws Exception {
        Files.move(project.path("flows/by.yaml"), project.path("flows/renamed.yaml"));
        project.update("flows/renamed.yaml");
        assertThat(project.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.isNothing()).isTrue());
        assertThat(project.path("target/by/CH.csv")).exists();
        assertThat(project.update("flows/renamed.yaml")).isEmpty();
    }

    @Test
    void aFlowThatWritesNothingAnyMoreTakesItsFilesAlong() throws Exception {
        project.file("flows/by.yaml", "steps:\n  - read: data/people.csv\n  - print\n");
        assertThat(project.removed("flows/by.yaml").removed()).hasSize(3);
        assertThat(project.states()).isEmpty();
    }

    @Test
    void whoWaitedForTheSameFlowFindsItUpToDate() throws Exception {
        project.file("data/people.csv", "name,country\nAnn,AT\n");
        Update[] updates = new Update[2];
        Thread other = new Thread(() -> updates[0] = quietly());
        other.start();
        updates[1] = quietly();
        other.join();
        assertThat(updates).filteredOn(update -> update.report().isPresent()).hasSize(1);
    }

    @Test
    void oldFilesOfAProjectThatWasMovedGo() throws Exception {
        FreshProject moved = moved();
        moved.file("data/people.csv", "name,country\nAnn,AT\n");
        Removed removed = moved.removed("flows/by.yaml");
        assertThat(removed.removed()).containsExactly("target/by/CH.csv", "target/by/DE.csv");
        assertThat(removed.linked()).isEmpty();
        assertThat(moved.path("target/by/AT.csv")).exists();
    }

    @Test
    void filesOfFlowsThatAreGoneGoFromAProjectThatWasMoved() throws Exception {
        FreshProject moved = moved();
        Files.delete(moved.path("flows/by.yaml"));
        assertThat(moved.removeGone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.removed()).hasSize(3));
        assertThat(moved.path("target/by")).doesNotExist();
    }

    /** The project that wrote them may be there still, and this one a copy of it. */
    @Test
    void filesOutsideOfAProjectThatWasMovedStay() throws Exception {
        Path outside = directory.toRealPath().resolve("outside");
        project.file("flows/by.yaml", BY_COUNTRY.replace("target/by/", outside + "/"));
        project.update("flows/by.yaml");
        FreshProject moved = moved();
        moved.file("data/people.csv", "name,country\nAnn,AT\n");
        assertThat(moved.removed("flows/by.yaml").isNothing()).isTrue();
        assertThat(outside).isDirectoryContaining("glob:**/CH.csv");
    }

    @Test
    void oldFilesGoAlsoWhenALinkLeadsToTheProjectFromNowOn() throws Exception {
        Path base = directory.toRealPath().resolve("project");
        Files.move(base, directory.resolve("real"));
        Files.createSymbolicLink(base, directory.toRealPath().resolve("real"));
        project.file("data/people.csv", "name,country\nAnn,AT\n");
        Removed removed = project.removed("flows/by.yaml");
        assertThat(removed.removed()).containsExactly("target/by/CH.csv", "target/by/DE.csv");
        assertThat(removed.linked()).isEmpty();
    }

    private FreshProject moved() throws IOException {
        Path base = directory.toRealPath().resolve("moved");
        Files.move(project.path(""), base);
        return new FreshProject(base);
    }

    private Update quietly() {
        try {
            return project.run("flows/by.yaml", false);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
