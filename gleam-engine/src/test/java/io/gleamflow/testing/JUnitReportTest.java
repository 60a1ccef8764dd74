package io.gleamflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Place;
import io.gleamflow.testing.TestOutcome.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitReportTest {

    private static final Place PLACE = new Place("src/main/gleam/a.yaml", 3, 5);
    private static final String ODD = "<&>\"'\u0000\u001b\uffff\ud800]]>\ttab\r\n\ud83d\ude00 é";

    @TempDir
    Path directory;

    private static TestOutcome outcome(Verdict verdict, String name, String message, List<String> lines) {
        TestCase test =
                new TestCase(name, PLACE, List.of(), OptionalLong.empty(), List.of(), List.of(), Optional.empty());
        return new TestOutcome(
                test, verdict, message, PLACE, lines, Duration.ofMillis(1234), lines, Optional.empty(), List.of());
    }

    private static Element parsed(String xml) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }

    @Test
    void whateverBytesAreInItServersCanReadIt() throws Exception {
        Element suite = parsed(JUnitReport.of(
                "a \"flow\"",
                List.of(
                        outcome(Verdict.PASSED, ODD, "", List.of()),
                        outcome(Verdict.FAILED, "b", ODD, List.of(ODD)),
                        outcome(Verdict.BROKEN, "c", "broken", List.of("line")))));
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("gleam.a \"flow\"");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
        assertThat(suite.getAttribute("time")).isEqualTo("3.702");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("<&>\"'").contains("]]>\ttab\r\n\ud83d\ude00 é");
        assertThat(failure.getTextContent())
                .startsWith("src/main/gleam/a.yaml:3:5: <&>")
                .contains("\ud83d\ude00 é");
        assertThat(suite.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("<&>");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
    }

    @Test
    void theFileIsNamedAfterTheFlowAndReplacesAnOlderOne() throws Exception {
        JUnitReport.write(directory, "orders", List.of(outcome(Verdict.BROKEN, "a", "b", List.of())));
        JUnitReport.write(directory, "orders", List.of(outcome(Verdict.PASSED, "a", "", List.of())));
        Path file = directory.resolve("TEST-gleam.orders.xml");
        assertThat(Files.readString(file)).contains("errors=\"0\"");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
