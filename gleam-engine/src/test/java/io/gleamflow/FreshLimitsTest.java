package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as an input beside files that are read, and what states are that gleam has not written so. */
class FreshLimitsTest {

    @TempDir
    Path directory;

    private FreshProject project;

    @BeforeEach
    void aProject() throws Exception {
        project = new FreshProject(directory.toRealPath()).file("data.txt", "b\na\n");
    }

    private void flow(String steps) throws Exception {
        project.file("flow.yaml", "params:\n  release: 1\nsteps:\n" + steps + "  - write: target/x.txt\n");
    }

    @Test
    void whatAProgramPrintsIsReadEachTimeUnlessItHasAKey() throws Exception {
        flow("  - read: {command: echo one}\n");
        assertThat(project.update("flow.yaml")).containsExactly("it reads what a program prints");
        assertThat(project.update("flow.yaml")).containsExactly("it reads what a program prints");
        flow("  - read: {command: echo one}\n    cache: ${release}\n");
        assertThat(project.update("flow.yaml")).containsExactly("the descriptor changed");
        assertThat(project.update("flow.yaml")).isEmpty();
        project.param("release", "2");
        assertThat(project.update("flow.yaml")).containsExactly("parameter release changed: 1 -> 2");
    }

    @Test
    void aServerIsAskedEachTimeUnlessItHasAKey() throws Exception {
        flow("  - read: tcp://127.0.0.1:1\n");
        assertThat(project.gleam()
                        .updates()
                        .status(project.gleam().load(project.path("flow.yaml")).flow())
                        .reasons())
                .containsExactly("it reads what a server sends");
    }

    @Test
    void aProgramThatIsAFileOfTheProjectIsAnInput() throws Exception {
        project.file("scripts/up.sh", "tr a-z A-Z\n");
        flow("  - read: data.txt\n  - pipe: sh scripts/up.sh | tee target/copy\n");
        assertThat(project.update("flow.yaml")).containsExactly("first time");
        assertThat(project.update("flow.yaml")).containsExactly("target/copy is new");
        assertThat(project.update("flow.yaml")).isEmpty();
        project.file("scripts/up.sh", "tr a-z B-ZA\n");
        assertThat(project.update("flow.yaml").get(0)).isEqualTo("scripts/up.sh changed");
    }

    @Test
    void aStepMaySayThatItAlwaysHasToRun() throws Exception {
        flow("  - read: data.txt\n  - pipe: date\n    cache: false\n");
        assertThat(project.update("flow.yaml")).containsExactly("`pipe` has cache: false");
    }

    @Test
    void theEnvironmentAndPropertiesCountThatAreReferredTo() throws Exception {
        project.property("used", "one").property("unused", "one");
        flow("  - read: data.txt\n  - pipe: cat\n    env: {X: '${used} ${env.HOME:-none}'}\n");
        assertThat(project.update("flow.yaml")).containsExactly("first time");
        project.property("unused", "two");
        assertThat(project.update("flow.yaml")).isEmpty();
        project.property("used", "two");
        assertThat(project.update("flow.yaml")).containsExactly("the property used changed");
    }

    @Test
    void commentsAndBlanksInLuaMeanNothing() throws Exception {
        project.file("f.lua", "function up(s)\n  return s:upper()\nend\n");
        String flow = "functions: f.lua\nsteps:\n  - read: data.txt\n  - map: %s\n    as: x\n  - write: target/x.txt\n";
        project.file("flow.yaml", flow.formatted("up(line)"));
        assertThat(project.update("flow.yaml")).containsExactly("first time");
        project.file("flow.yaml", flow.formatted("'up ( line )'"));
        project.file("f.lua", "-- shouts\nfunction up(s) return s:upper() end\n");
        assertThat(project.update("flow.yaml")).isEmpty();
        project.file("f.lua", "function up(s) return s:lower() end\n");
        assertThat(project.update("flow.yaml")).containsExactly("f.lua changed");
    }

    @Test
    void aSecretIsInNoStateNeitherPlainNorAsItsHash() throws Exception {
        String secret = "tulip-" + "99";
        project.file("flow.yaml", """
                params:
                  key: {secret: true}
                  url: "http://x/${key}"
                steps:
                  - read: data.txt
                  - pipe: cat
                    env: {KEY: "${key}"}
                  - write: target/x.txt
                """);
        project.param("key", secret);
        assertThat(project.update("flow.yaml")).containsExactly("first time");
        String state = Files.readString(project.states().get(0));
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        assertThat(state).doesNotContain(secret).doesNotContain(hash).doesNotContain("tulip");
        assertThat(project.update("flow.yaml")).isEmpty();
        project.param("key", "other-secret");
        assertThat(project.update("flow.yaml")).containsExactly("parameter key changed", "parameter url changed");
    }

    @Test
    void aFlowWithASecretInTheNameOfAFileLeavesNoState() throws Exception {
        project.file(
                "flow.yaml",
                "params:\n  key: {secret: true}\nsteps:\n  - read: data.txt\n  - write: target/${key}.txt\n");
        project.param("key", "tulip-99");
        assertThat(project.update("flow.yaml"))
                .containsExactly("a secret is in the name of a file, so nothing is noted and old files stay");
        assertThat(project.path("target/gleam/state/flows")).doesNotExist();
    }

    @Test
    void aStateThatGleamHasNotWrittenSoIsNoneAtAll() throws Exception {
        flow("  - read: data.txt\n");
        project.update("flow.yaml");
        Path state = project.states().get(0);
        String whole = Files.readString(state);
        List<String> spoilt = List.of(
                "",
                "gleam-state 1\n",
                whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.length() - 1),
                whole.replace("data.txt", "date.txt"),
                whole.replace("gleam-state 3", "gleam-state 2"),
                "\0".repeat(100),
                whole + whole);
        for (String text : spoilt) {
            Files.writeString(state, text);
            assertThat(project.update("flow.yaml"))
                    .as(text)
                    .containsExactly("what was noted after the last run cannot be used");
            assertThat(project.update("flow.yaml")).isEmpty();
        }
        Files.delete(state);
        Files.createSymbolicLink(state, project.file("foreign", whole).path("foreign"));
        assertThat(project.update("flow.yaml")).containsExactly("what was noted after the last run cannot be used");
        assertThat(project.path("foreign")).hasContent(whole);
        assertThat(project.states()).hasSize(1);
    }

    @Test
    void aProjectThatWasMovedHasNotRunThere() throws Exception {
        flow("  - read: data.txt\n");
        project.update("flow.yaml");
        Path other = directory.toRealPath().resolve("moved");
        FreshProject moved = new FreshProject(other).file("data.txt", "b\na\n");
        Files.copy(project.path("flow.yaml"), moved.path("flow.yaml"));
        Path state = project.states().get(0);
        Files.createDirectories(moved.path("target/gleam/state/flows"));
        Files.copy(state, moved.path("target/gleam/state/flows").resolve(state.getFileName()));
        assertThat(moved.update("flow.yaml")).containsExactly("what was noted after the last run cannot be used");
    }
}
