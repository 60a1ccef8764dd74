package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepCount;
import io.gleamflow.report.TaskReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that goes through as it is, and the same text as rows, which steps with {@code onError} make of it: nobody sees a difference. */
@Timeout(300)
class TextWaysDifferentialTest {

    /** The programs do not see their input, so that their output may be anything; there is one for each shard. */
    private static final Map<String, String> FLOWS = Map.of(
            "read and written",
            """
                steps:
                  - read: hostile.txt
                  - write: target/out.txt
                """,
            "through programs",
            """
                steps:
                  - read: hostile.txt
                  - pipe: cat
                    split: none
                  - pipe: sed s/a/b/
                    split: none
                  - write: target/out.txt
                """,
            "from a program",
            """
                steps:
                  - read: hostile.txt
                  - pipe: cat >/dev/null; cat hostile.txt
                    split: none
                    as: text
                  - write: target/out.txt
                  - write: target/again.txt.gz
                """,
            "taken apart at tabs",
            """
                steps:
                  - read: hostile.txt
                  - pipe: cat >/dev/null; cat hostile.txt; printf 'a\\t\\tb\\n\\t\\n'
                    split: tabs
                  - write: target/out.txt
                """,
            "printed",
            """
                steps:
                  - read: hostile.txt
                  - pipe: cat >/dev/null; cat hostile.txt
                    split: none
                  - print
                """,
            "by rows behind",
            """
                steps:
                  - read: hostile.txt
                  - pipe: cat
                    split: none
                  - write: target/out.txt
                  - limit: 5
                  - write: target/few.txt
                """);

    @TempDir
    Path base;

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("one line end", "\n");
        texts.put("no last line end", "a\nb");
        texts.put("CR LF", "a\r\nb\r\n\r\nc\r");
        texts.put("CR alone", "a\rb\rc");
        texts.put("empty lines", "\n\n\na\n\n");
        texts.put("bytes", "\0\n\0\0a\n\u00ff\u00fe\u00c3\n\u00e2\u0082\ntab\there\n");
        texts.put("a mark", "\u00ef\u00bb\u00bfa\nb\n");
        texts.put(
                "long lines", "a\n" + "l".repeat(70_000) + "\n" + "m".repeat(300_000) + "\nz\n" + "n".repeat(131_072));
        texts.put("many lines", "a line\nanother one of more than thirty-two bytes\n\r\n".repeat(20_000) + "end");
        return texts;
    }

    /** All that is to be the same. */
    private record Seen(Map<String, String> outputs, List<String> log, List<String> figures) {}

    private Seen run(Path project, String flow, String text, int partitions) throws Exception {
        TempProject temp = new TempProject(Files.createDirectories(project));
        temp.file("hostile.txt", text.getBytes(StandardCharsets.ISO_8859_1));
        List<String> log = new ArrayList<>();
        Tuning tuning = new Tuning(OptionalInt.of(partitions), OptionalLong.of(1 << 20));
        RunReport report = temp.gleam().run(temp.load("flow.yaml", flow), tuning, (step, line) -> log.add(line));
        return new Seen(temp.outputs(), log, figures(report));
    }

    private static List<String> figures(RunReport report) {
        List<String> figures = new ArrayList<>();
        for (RunReport.Output output : report.outputs()) {
            figures.add(output.path() + " " + output.rows() + " " + output.bytes() + " " + output.sha256());
        }
        for (TaskReport task : report.tasks()) {
            figures.add(task.stage() + "." + task.shard() + ": " + task.status() + " " + task.rowsIn() + " "
                    + task.in().bytes() + " " + task.rowsOut() + " "
                    + task.out().bytes());
            for (StepCount step : task.steps()) {
                figures.add(step.in() + " " + step.out());
            }
        }
        return figures;
    }

    /** The same flow, whose steps look at each row. */
    private static String inRows(String flow) {
        return flow.replace("hostile.txt\n  -", "hostile.txt\n    onError: skip\n  -")
                .replace("split: none\n", "split: none\n    onError: skip\n")
                .replace("split: tabs\n", "split: tabs\n    onError: skip\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read and written",
                "through programs",
                "from a program",
                "taken apart at tabs",
                "printed",
                "by rows behind"
            })
    void bytesCountsAndSumsAreThoseOfRows(String name) throws Exception {
        String flow = String.valueOf(FLOWS.get(name));
        assertThat(inRows(flow)).isNotEqualTo(flow);
        int runs = 0;
        for (Map.Entry<String, String> text : texts().entrySet()) {
            for (int partitions : new int[] {1, 2, 5}) {
                Path project = base.resolve("run" + runs++);
                assertThat(run(project.resolve("text"), flow, text.getValue(), partitions))
                        .as("%s, %d partitions", text.getKey(), partitions)
                        .isEqualTo(run(project.resolve("rows"), inRows(flow), text.getValue(), partitions));
            }
        }
    }

    @Test
    void aProgramThatFailsAfterItHasWrittenLeavesNothing() throws Exception {
        TempProject project = new TempProject(base).file("in.txt", "a\n");
        String flow = """
                steps:
                  - read: in.txt
                  - pipe: %s
                    split: none
                  - write: target/out.txt
                """;
        for (String program : List.of(
                "cat; head -c 3000000 /dev/zero | tr '\\\\0' '\\\\n'; exit 3",
                "cat; head -c 6000000 /dev/zero | tr '\\\\0' x; kill -9 $$",
                "head -c 9000000 /dev/zero")) {
            String text = flow.formatted("\"" + program + "\"");

            assertThat(project.failure(text, 1).toString())
                    .isEqualTo(project.failure(text.replace("none\n", "none\n    onError: skip\n"), 1)
                            .toString());
        }
        assertThat(Files.exists(base.resolve("target/out.txt"))).isFalse();
    }

    @Test
    void aLineThatIsTooLongIsTheFaultOfTheStepThatPrintsIt() throws Exception {
        TempProject project = new TempProject(base).file("in.txt", "a\n");
        FailureException thrown = org.assertj.core.api.Assertions.catchThrowableOfType(
                FailureException.class, () -> project.run("""
                        steps:
                          - read: in.txt
                          - pipe: "cat; head -c 8388609 /dev/zero | tr '\\\\0' x; echo; echo more"
                            split: none
                          - write: target/out.txt
                        """, 1, 1 << 20));

        assertThat(thrown.failure().toString())
                .contains("flow.yaml:3")
                .contains("a line is longer than the 8388608 bytes a row may have");
        assertThat(project.outputs()).isEmpty();
    }
}
