package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aPlaceWithoutAFileIsStillComplainedAbout() {
        Complaints complaints = new Complaints(log, base);
        complaints.add(List.of(Problem.error(Place.of("gone.yaml"), "gone")));
        assertThat(log.lines()).containsExactly("ERROR gone.yaml: gone");
    }
}
