package io.gleamflow.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.report.BuildReport;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.JsonText;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReportFilesTest {

    @TempDir
    Path base;

    private Path write() throws Exception {
        return ReportFiles.write(base.resolve("target/gleam/report"), HostileReport.in(base));
    }

    @Test
    void aPageNeedsNothingElseAndRunsNothing() throws Exception {
        String page = Files.readString(write());
        assertThat(page).startsWith("<!DOCTYPE html>").contains("<h1>Flows of &lt;/h1&gt;project &amp; more</h1>");
        assertThat(page).doesNotContainIgnoringCase("<script");
        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "@import", "<b>three", "<i>", "hunter2secret", "\u202e");
        assertThat(page.split("</style>", -1)).hasSize(2);
    }

    @Test
    void aPageTellsWhatRanWhatTookLongAndWhatWasLost() throws Exception {
        String page = Files.readString(write());
        assertThat(page).contains("1 flow failed", "1 flow up to date", "What took long", "What was lost");
        assertThat(page).contains("Rejected rows", "target/both.csv", "in.csv", "***", "ran: &lt;i&gt;");
    }

    @Test
    void jsonIsJsonAndTheTableHasItsColumns() throws Exception {
        Path page = write();
        byte[] json = Files.readAllBytes(page.resolveSibling("report.json"));
        Bytes bytes = new Bytes(1024);
        assertThat(JsonText.write(json, new ValueWriter(bytes))).isTrue();
        List<String> lines = Files.readAllLines(page.resolveSibling("trace.tsv"), StandardCharsets.UTF_8);
        assertThat(lines.get(0))
                .isEqualTo("flow\tdataset\tstep\tstage\tpartition\tpid\tstatus\texit\tattempt\tstart\tduration\tcpu"
                        + "\tpeak_rss\trows_in\trows_out\tbytes_in\tbytes_out\terrors");
        assertThat(lines).hasSizeGreaterThan(6).allMatch(line -> line.split("\t", -1).length == 18);
        assertThat(new String(json, StandardCharsets.UTF_8) + lines).doesNotContain("hunter2secret");
    }

    @Test
    void anOldReportIsReplacedAndNothingIsLeftBeside() throws Exception {
        write();
        Path page = write();
        try (Stream<Path> files = Files.list(page.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "report.json", "trace.tsv");
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(base.resolve("file"), "");
        BuildReport empty = new BuildReport("x", Instant.EPOCH, List.of());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ReportFiles.write(file.resolve("report"), empty));
        assertThat(Files.readString(ReportFiles.write(base.resolve("none"), empty)))
                .contains("0 flows ran");
    }
}
