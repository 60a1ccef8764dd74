package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsTest {

    @TempDir
    Path base;

    private final RecordedLog log = new RecordedLog();
    private final Place place = new Place("flow.yaml", 2, 5);

    @BeforeEach
    void descriptor() throws IOException {
        Files.writeString(base.resolve("flow.yaml"), "steps:\n  - wirte: x\n");
    }

    @Test
    void aProblemIsShownWithItsLinesAndItsCure() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(List.of(Problem.error(place, "`wirte` is no verb").hint("Did you mean `write`?")));
        assertThat(log.lines())
                .containsExactly(
                        "ERROR flow.yaml:2:5: `wirte` is no verb",
                        "ERROR      1 | steps:",
                        "ERROR      2 |   - wirte: x",
                        "ERROR        |     ^",
                        "ERROR    hint: Did you mean `write`?");
        assertThat(complaints.failure()).hasMessage("flow.yaml:2:5: `wirte` is no verb (Did you mean `write`?)");
    }

    @Test
    void theExceptionCountsWhatElseIsWrongButNotWarnings() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(List.of(Problem.warning(place, "hm"), Problem.error(place, "a"), Problem.error(place, "b")));
        complaints.add("c");
        assertThat(complaints.errors()).isEqualTo(3);
        assertThat(complaints.warnings()).isEqualTo(1);
        assertThat(complaints.failure()).hasMessage("flow.yaml:2:5: a (and 2 more above)");
    }

    @Test
    void aFailureIsShownWithItsDetails() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(new Failure(Blame.SCRIPT, place, "pipe", "exit status 3", List.of("grep: bad regex")));
        assertThat(log.lines())
                .startsWith("ERROR flow.yaml:2:5: pipe failed: exit status 3")
                .endsWith("ERROR    grep: bad regex");
    }

    @Test
    void ofAGreatManyTheFirstAreShownAndTheOthersCounted() throws Exception {
        Complaints complaints = new Complaints(log, base).atMost(2);
        for (int i = 1; i <= 5; i++) {
            complaints.add(List.of(Problem.error(Place.of("a.yaml"), "e" + i), Problem.warning(place, "w" + i)));
        }
        complaints.add(new Failure(Blame.SCRIPT, Place.of("a.yaml"), "pipe", "exit status 3", List.of("grep")));
        complaints.end();
        assertThat(log.lines())
                .filteredOn(line -> !line.contains("|"))
                .containsExactly(
                        "ERROR a.yaml: e1",
                        "WARN flow.yaml:2:5: w1",
                        "ERROR a.yaml: e2",
                        "WARN flow.yaml:2:5: w2",
                        "WARN 3 more warnings are not shown, since gleam.maxErrors is 2",
                        "ERROR 4 more errors are not shown, since gleam.maxErrors is 2");
        assertThat(complaints.failure()).hasMessage("a.yaml: e1 (and 5 more)");
        assertThat(complaints.all()).hasSize(11);
    }

    @Test
    void asManyAsAreShownNeedNoLineMore() throws Exception {
        Complaints complaints = new Complaints(log, base).atMost(2);
        complaints.add(List.of(Problem.error(Place.of("a.yaml"), "a"), Problem.error(Place.of("a.yaml"), "b")));
        complaints.end();
        assertThat(log.lines()).containsExactly("ERROR a.yaml: a", "ERROR a.yaml: b");
        assertThat(complaints.failure()).hasMessage("a.yaml: a (and 1 more above)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noneIsNoNumberOfErrorsToShow(int number) {
        assertThatThrownBy(() -> new Complaints(log, base).atMost(number))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("gleam.maxErrors is " + number + "; it must be 1 or more");
    }

    /** A Lua file that several flows share. */
    @Test
    void whatIsWrongAtOnePlaceIsShownOnce() {
        Complaints complaints = new Complaints(log, base);
        for (int flow = 0; flow < 3; flow++) {
            complaints.add(List.of(Problem.error(Place.of("shared.lua"), "no `end`")));
        }
        assertThat(log.lines()).containsExactly("ERROR shared.lua: no `end`");
        assertThat(complaints.failure()).hasMessage("shared.lua: no `end`");
    }

    @Test
    void aNameStaysInItsLineAndAMessageHasSeveral() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(new Failure(Blame.SCRIPT, Place.of("a\nb.yaml"), "to\np", "bad\nworse", List.of()));
        complaints.add(List.of(Problem.error(Place.of("a.yaml"), "`x\ny` is no column")));
        assertThat(log.lines())
                .containsExactly(
                        "ERROR a\\nb.yaml: to\\np failed: bad", "ERROR    worse", "ERROR a.yaml: `x\\ny` is no column");
    }

    @Test
    void aSecretThatStandsInTheDescriptorIsNotShown() throws IOException {
        Files.writeString(base.resolve("flow.yaml"), "params:\n  key: {secret: true, default: tulip}\n");
        Complaints complaints = new Complaints(log, base);
        complaints.add(List.of(Problem.error(place, "hm")));
        assertThat(log.lines()).contains("ERROR      2 |   key: {secret: true, default: ***");
        assertThat(String.join("", log.lines())).doesNotContain("tulip");
    }

    @Test
    void aPlaceWithoutAFileIsStillComplainedAbout() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(List.of(Problem.error(Place.of("gone.yaml"), "gone")));
        assertThat(log.lines()).containsExactly("ERROR gone.yaml: gone");
    }
}
