package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was up to date is known to be as long as nothing has changed, and not a moment longer. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it does not tell when files were changed")
class StandstillTest {

    private static final String FLOW = """
            params:
              size: 3
              other: ${env.GLEAM_GLANCE_ABSENT:-none}
              path: ${env.PATH}
            functions: shout.lua
            steps:
              - read: data/**/*.txt
              - pipe: cat - tidy | sort -r
              - write: target/${project.version}/sorted.txt
            """;

    @TempDir
    Path directory;

    private StandstillProject project;

    @BeforeEach
    void runAndNote() throws Exception {
        project = new StandstillProject(directory.toRealPath());
        project.files
                .property("project.version", "1")
                .file("data/a.txt", "b\na\n")
                .file("data/more/b.txt", "c\n")
                .file("flows/shout.lua", "function shout(text) return text:upper() end\n")
                .file("tidy", "")
                .file("gleam.jar", "code")
                .file("flows/sort.yaml", FLOW);
        project.libraries.add(project.files.path("gleam.jar").toFile());
        project.run();
        project.note();
        assertThat(project.glance().upToDate()).containsExactly("sort");
    }

    /** What may change. */
    interface Change {
        void in(StandstillProject project) throws Exception;
    }

    record Named(String name, Change change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> changes() {
        return Stream.of(
                new Named("a descriptor of the same size and time", inPlace("flows/sort.yaml", "size: 3", "size: 4")),
                new Named("a Lua file of the same size and time", inPlace("flows/shout.lua", "upper", "lower")),
                new Named("an input of the same size and time", inPlace("data/a.txt", "b", "x")),
                new Named("an output of the same size and time", inPlace("target/1/sorted.txt", "b", "x")),
                new Named("a new descriptor", p -> p.files.file("flows/deep/other.yaml", FLOW)),
                new Named("a descriptor that is gone", p -> delete(p, "flows/sort.yaml")),
                new Named("a new input", p -> p.files.file("data/c.txt", "d\n")),
                new Named("a new input in a new directory", p -> p.files.file("data/x/y/c.txt", "d\n")),
                new Named("a new input in a directory that was there", p -> p.files.file("data/more/c.txt", "d\n")),
                new Named("an input that is gone", p -> delete(p, "data/more/b.txt")),
                new Named("an input that is a directory", p -> {
                    delete(p, "data/a.txt");
                    Files.createDirectory(p.files.path("data/a.txt"));
                }),
                new Named("a word of a program that is a file now", p -> p.files.file("cat", "")),
                new Named("a word of a program that is none any more", p -> delete(p, "tidy")),
                new Named("an output that is gone", p -> delete(p, "target/1/sorted.txt")),
                new Named("another output that is a link", p -> {
                    Path output = p.files.path("target/1/sorted.txt");
                    Files.move(output, p.files.path("elsewhere.txt"));
                    Files.writeString(p.files.path("elsewhere.txt"), "y\n");
                    Files.createSymbolicLink(output, p.files.path("elsewhere.txt"));
                }),
                new Named("a parameter", p -> p.files.param("size", "4")),
                new Named("a parameter that no flow has", p -> p.files.param("sise", "4")),
                new Named("a property", p -> p.files.property("project.version", "2")),
                new Named("a variable", p -> p.environment.put("PATH", "/bin")),
                new Named("a variable that is gone", p -> p.environment.remove("PATH")),
                new Named("a variable that was absent", p -> p.environment.put("GLEAM_GLANCE_ABSENT", "x")),
                new Named("a variable that was absent and is empty", p -> p.environment.put("GLEAM_GLANCE_ABSENT", "")),
                new Named("another choice of flows", p -> p.said.add("flows=sort")),
                new Named("another execution", p -> p.execution = "run.other"),
                new Named("other code", p -> p.files.file("gleam.jar", "edoc!")),
                new Named("code of another time", p -> touch(p, "gleam.jar", Instant.EPOCH)),
                new Named(
                        "code in another place",
                        p -> p.libraries.set(0, p.files.path("one.jar").toFile())),
                new Named(
                        "an input from the future", p -> touch(p, "data/a.txt", Instant.parse("2200-01-01T00:00:00Z"))),
                new Named(
                        "a run that was forgotten",
                        p -> p.files.gleam().updates().forget()),
                new Named(
                        "a state that is spoilt",
                        p -> Files.writeString(p.files.states().get(0), "x")),
                new Named("a state of another flow", p -> p.files.file("target/gleam/state/flows/other.flow", "x")),
                new Named("a journal", p -> p.files.file("target/gleam/state/publication", "x")),
                new Named("the work of a killed run", p -> p.files.file("target/gleam/work-1-2.x/y", "x")));
    }

    private static Change inPlace(String name, String old, String fresh) {
        return project -> {
            Path file = project.files.path(name);
            FileTime time = Files.getLastModifiedTime(file);
            String text = Files.readString(file);
            assertThat(text).contains(old);
            assertThat(fresh).hasSameSizeAs(old);
            Files.writeString(file, text.replace(old, fresh));
            Files.setLastModifiedTime(file, time);
        };
    }

    private static void delete(StandstillProject project, String name) throws IOException {
        Files.delete(project.files.path(name));
    }

    private static void touch(StandstillProject project, String name, Instant time) throws IOException {
        Files.setLastModifiedTime(project.files.path(name), FileTime.from(time));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsSeen(Named named) throws Exception {
        named.change().in(project);
        assertThat(project.glance().upToDate()).isEmpty();
    }

    @Test
    void whatMeansNothingIsNoChange() throws Exception {
        project.environment.put("GLEAM_GLANCE_OTHER", "x");
        project.files.property("project.name", "x");
        project.files.file("README", "x");
        project.files.file("target/1/other.txt", "x");
        assertThat(project.glance().upToDate()).containsExactly("sort");
    }

    @Test
    void aFlowThatHasToRunIsNotNoted() throws Exception {
        project.files.param("size", "4");
        assertThatThrownBy(() -> project.note(project.glance())).hasMessageContaining("has to run");
        assertThat(project.isKnown()).isFalse();
    }

    @Test
    void whatChangesWhileAGoalLooksIsNotNoted() throws Exception {
        Standstill glance = project.glance();
        project.files.file("flows/sort.yaml", FLOW + "# no matter what\n");
        assertThatThrownBy(() -> project.note(glance)).hasMessageContaining("has just been changed");
        assertThat(project.isKnown()).isFalse();
        project.note();
        assertThat(project.isKnown()).isTrue();
    }

    @Test
    void aFileFromTheFutureIsNeverNoted() throws Exception {
        touch(project, "data/a.txt", Instant.parse("2200-01-01T00:00:00Z"));
        assertThat(project.isUpToDate()).isTrue();
        assertThatThrownBy(() -> project.note(project.glance())).hasMessageContaining("has just been changed");
        assertThat(project.isKnown()).isFalse();
    }

    @Test
    void executionsDoNotFight() throws Exception {
        project.execution = "test-data.default";
        project.said.add("src/test/gleam");
        assertThat(project.isKnown()).isFalse();
        project.note();
        assertThat(project.isKnown()).isTrue();
        project.execution = "run.default";
        project.said.clear();
        assertThat(project.isKnown()).isTrue();
    }

    @Test
    void aTornNoteSaysNothing() throws Exception {
        Path note = note();
        byte[] whole = Files.readAllBytes(note);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(note, Arrays.copyOf(whole, length));
            assertThat(project.isKnown()).isFalse();
        }
        for (int at = 0; at < whole.length; at += 5) {
            byte[] spoilt = whole.clone();
            spoilt[at] ^= 1;
            Files.write(note, spoilt);
            assertThat(project.isKnown()).isFalse();
        }
        Files.write(note, whole);
        assertThat(project.isKnown()).isTrue();
    }

    private Path note() throws IOException {
        try (Stream<Path> notes = Files.list(project.files.path("target/gleam/state/glance"))) {
            return notes.toList().get(0);
        }
    }

    @Test
    void aNoteHasNoValues() throws Exception {
        project.files.property("project.version", "tulip-rose").param("size", "4711");
        project.said.add("-Dgleam.param.key=tulip");
        project.run();
        project.note();
        assertThat(project.isKnown()).isTrue();
        String text = Files.readString(note());
        assertThat(text).doesNotContain("4711").doesNotContain("param.key").doesNotContain(System.getenv("PATH"));
        assertThat(text).contains("vPATH\n", "vGLEAM_GLANCE_ABSENT\n", "mproject.version\n");
    }

    /** It would be the name of a file that may be there one day. */
    @Test
    void aSecretArgumentIsNotNoted() throws Exception {
        project.files.file("flows/sort.yaml", """
                params:
                  key: {default: tulip, secret: true}
                steps:
                  - read: data/a.txt
                  - exec: [sh, -c, cat, "${key}"]
                  - write: target/sorted.txt
                """);
        project.run();
        assertThat(project.isUpToDate()).isTrue();
        assertThatThrownBy(project::note).hasMessageContaining("secret");
        assertThat(Files.readString(note())).doesNotContain("tulip");
    }

    @Test
    void whatLinksLeadToIsSeen() throws Exception {
        project.files.file("outside/one/x.txt", "x\n").file("outside/two/x.txt", "y\n");
        Path first = Files.createSymbolicLink(directory.resolve("outside/way"), directory.resolve("outside/one"));
        Files.createSymbolicLink(directory.resolve("data/linked"), first);
        Files.createSymbolicLink(directory.resolve("flows/late.yaml"), directory.resolve("outside/late.yaml"));
        project.run();
        project.note();
        assertThat(project.isKnown()).isTrue();
        Files.delete(first);
        Files.createSymbolicLink(first, directory.resolve("outside/two"));
        assertThat(project.isKnown()).isFalse();
        project.run();
        project.note();
        assertThat(project.isKnown()).isTrue();
        project.files.file("outside/late.yaml", FLOW);
        assertThat(project.isKnown()).isFalse();
    }

    @Test
    void theLuajitProgramIsLookedAt() throws Exception {
        Luajit.assumeThere("luajit");
        project.files.file("flows/sort.yaml", FLOW.replace("  - pipe", "  - map: shout(line)\n  - pipe"));
        project.files.file("bin/luajit", "#!/bin/sh\nexec luajit \"$@\"\n").luajit("bin/luajit");
        assertThat(project.files.path("bin/luajit").toFile().setExecutable(true))
                .isTrue();
        assertThat(project.isKnown()).isFalse();
        project.run();
        project.note();
        assertThat(project.isKnown()).isTrue();
        touch(project, "bin/luajit", Instant.EPOCH);
        assertThat(project.isKnown()).isFalse();
    }
}
