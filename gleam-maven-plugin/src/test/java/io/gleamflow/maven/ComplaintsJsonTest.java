package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.report.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplaintsJsonTest {

    private final Complaints complaints =
            Complaints.unshown(Path.of("."), Annotations.of(Map.of(), Path.of("."), line -> {}));

    private String json() {
        return ComplaintsJson.text(complaints.all(), Secrets.of(List.of()));
    }

    @Test
    void aProblemHasWhatIsKnownOfIt() {
        complaints.add(List.of(
                Problem.error(new Place("a \"b\".yaml", 2, 5), "`wirte` is\nno verb")
                        .hint("Did you mean `write`?"),
                Problem.warning(Place.of("ä.yaml"), "hm")));
        complaints.warn("no flow has x");
        assertThat(json()).isEqualTo("""
                        {
                          "problems": [
                            {
                              "severity": "error",
                              "file": "a \\"b\\".yaml",
                              "line": 2,
                              "column": 5,
                              "message": "`wirte` is\\nno verb",
                              "hint": "Did you mean `write`?"
                            },
                            {
                              "severity": "warning",
                              "file": "ä.yaml",
                              "message": "hm"
                            },
                            {
                              "severity": "warning",
                              "message": "no flow has x"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void nothingWrongIsADocumentToo() {
        assertThat(json()).isEqualTo("{\n  \"problems\": []\n}\n");
    }

    @Test
    void whatIsNotShownStillCounts() {
        complaints.add("cannot read a.yaml");
        assertThat(complaints.errors()).isEqualTo(1);
        assertThat(complaints.failure()).hasMessage("cannot read a.yaml");
    }
}
