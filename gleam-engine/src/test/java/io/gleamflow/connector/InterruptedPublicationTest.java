package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step of a publication is the last: after recovery all outputs are old, or all are new. */
@Timeout(180)
class InterruptedPublicationTest {

    /** One of them replaces, one is new and needs a directory, one has the bytes it had. */
    static final List<String> OUTPUTS = List.of("a", "made/b", "c", "same");

    @TempDir
    private Path root;

    private static Path project(Path parent, String name) throws IOException {
        Path project = Files.createDirectories(parent.resolve(name)).toRealPath();
        Files.writeString(project.resolve("a"), "old a");
        Files.writeString(project.resolve("c"), "old c");
        Files.writeString(project.resolve("same"), "new same");
        return project;
    }

    /** Stages all outputs and commits; the steps may end it anywhere. */
    static void publish(Path project, Publication.Steps steps) throws IOException {
        try (Publication publication = Publication.open(project.resolve("state"), steps)) {
            for (String output : OUTPUTS) {
                steps.before("stage " + output);
                Files.writeString(publication.stage(project.resolve(output)), "new " + output);
            }
            publication.commit();
        }
    }

    private List<String> steps() throws IOException {
        List<String> steps = new ArrayList<>();
        publish(project(root, "all-steps"), steps::add);
        assertThat(steps)
                .contains("rename a", "rename b", "rename c", "drop same")
                .hasSizeGreaterThan(12);
        return steps;
    }

    /** Whether the outputs are the new ones; they must be all new or all old, and nothing else must be there. */
    private static boolean isNew(Path project) throws IOException {
        boolean isNew = Files.readString(project.resolve("a")).equals("new a");
        assertThat(project.resolve("c")).hasContent(isNew ? "new c" : "old c");
        assertThat(project.resolve("same")).hasContent("new same");
        assertThat(Files.exists(project.resolve("made"))).isEqualTo(isNew);
        if (isNew) {
            assertThat(project.resolve("made/b")).hasContent("new made/b");
        }
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(isNew ? 4 : 3);
        }
        return isNew;
    }

    @Test
    void afterAFailureAtAnyStepOutputsAreAllOldOrAllNew() throws IOException {
        boolean wasNew = false;
        for (String fatal : steps()) {
            Path project = project(root, "fail at " + fatal);
            assertThatThrownBy(() -> publish(project, step -> {
                        if (step.equals(fatal)) {
                            throw new IOException("disk on fire");
                        }
                    }))
                    .hasMessage("disk on fire");
            Publication.recover(project.resolve("state"));
            boolean isNew = isNew(project);
            assertThat(isNew).as("new at %s", fatal).isEqualTo(wasNew || fatal.startsWith("rename"));
            wasNew |= isNew;
        }
        assertThat(wasNew).isTrue();
    }

    @Test
    void afterADeathAtAnyStepOutputsAreAllOldOrAllNew() throws Exception {
        boolean wasNew = false;
        for (String fatal : steps()) {
            Path project = project(root, "die at " + fatal);
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            DyingPublication.class.getName(),
                            project.toString(),
                            fatal)
                    .inheritIO()
                    .start();
            assertThat(jvm.waitFor()).as("dies at %s", fatal).isEqualTo(DyingPublication.STATUS);
            Publication.recover(project.resolve("state"));
            boolean isNew = isNew(project);
            assertThat(isNew).as("new at %s", fatal).isEqualTo(wasNew || fatal.startsWith("rename"));
            wasNew |= isNew;
        }
        assertThat(wasNew).isTrue();
    }

    @Test
    void recoveryThatCannotFinishSaysSoAndIsTriedAgain() throws IOException {
        Path project = project(root, "blocked");
        assertThatThrownBy(() -> publish(project, step -> {
                    if (step.equals("rename c")) {
                        throw new IOException("disk on fire");
                    }
                }))
                .hasMessage("disk on fire");
        Path c = project.resolve("c");
        Files.delete(c);
        Files.createDirectory(c);
        Path blocking = Files.writeString(c.resolve("file"), "in the way");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> Publication.recover(project.resolve("state")))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(
                            "an interrupted publication of an earlier run cannot be finished: cannot write " + c);
        }
        Files.delete(blocking);
        Files.delete(c);
        Publication.recover(project.resolve("state"));
        assertThat(isNew(project)).isTrue();
    }
}
