package io.gleamflow.testing;

import io.gleamflow.testing.TestOutcome.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The outcomes of the tests of one flow as servers for continuous integration collect them: the XML of Surefire. */
public final class JUnitReport {

    private static final int NANO_DIGITS = 9;

    private final StringBuilder xml = new StringBuilder();

    private JUnitReport() {}

    /** Where the report of a flow belongs in a directory. */
    public static Path file(Path directory, String flow) {
        return directory.resolve("TEST-gleam." + flow.replaceAll("[/\\\\:*?\"<>|\0]", "_") + ".xml");
    }

    /** Writes the report of a flow; whoever reads the directory meanwhile sees the old one or the new one. */
    public static void write(Path directory, String flow, List<TestOutcome> outcomes) throws IOException {
        Files.createDirectories(directory);
        WholeFile.write(file(directory, flow), of(flow, outcomes));
    }

    /** The text of the report. */
    public static String of(String flow, List<TestOutcome> outcomes) {
        JUnitReport report = new JUnitReport();
        report.suite("gleam." + flow, outcomes);
        return report.xml.toString();
    }

    private void suite(String name, List<TestOutcome> outcomes) {
        Duration time = outcomes.stream().map(TestOutcome::time).reduce(Duration.ZERO, Duration::plus);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
        attribute("name", name);
        attribute("time", seconds(time));
        attribute("tests", Integer.toString(outcomes.size()));
        attribute("errors", Long.toString(count(outcomes, Verdict.BROKEN)));
        attribute("skipped", "0");
        attribute("failures", Long.toString(count(outcomes, Verdict.FAILED)));
        xml.append(">\n");
        outcomes.forEach(outcome -> testCase(name, outcome));
        xml.append("</testsuite>\n");
    }

    private static long count(List<TestOutcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void testCase(String suite, TestOutcome outcome) {
        xml.append("  <testcase");
        attribute("name", outcome.test().name());
        attribute("classname", suite);
        attribute("time", seconds(outcome.time()));
        if (outcome.isPassed() && outcome.output().isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        if (!outcome.isPassed()) {
            boolean failed = outcome.verdict() == Verdict.FAILED;
            String element = failed ? "failure" : "error";
            xml.append("    <").append(element);
            attribute("message", outcome.message());
            attribute("type", failed ? "expectation" : "flow");
            xml.append('>');
            text(outcome.place() + ": " + outcome.message() + "\n");
            outcome.details().forEach(line -> text(line + "\n"));
            xml.append("</").append(element).append(">\n");
        }
        if (!outcome.output().isEmpty()) {
            xml.append("    <system-out>");
            outcome.output().forEach(line -> text(line + "\n"));
            xml.append("</system-out>\n");
        }
        xml.append("  </testcase>\n");
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                case '\r' -> xml.append("&#13;");
                case '\t' -> xml.append("&#9;");
                default -> character(c);
            }
        });
        xml.append('"');
    }

    private void text(String text) {
        text.codePoints().forEach(this::character);
    }

    /** XML has no word for some characters, however they are escaped. */
    private void character(int c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#13;");
            default -> {
                boolean known =
                        c == '\n' || c == '\t' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff;
                xml.appendCodePoint(known ? c : 0xfffd);
            }
        }
    }
}
