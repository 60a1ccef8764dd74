package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final RecordedLog log = new RecordedLog();
    private final LogLines lines = new LogLines(log, "words", Set.of("print", "show"));

    @Test
    void printedRowsStandAsTheyAreAndAreCounted() {
        lines.accept(new LineQueue.Line("print", "a,1", false));
        lines.accept(new LineQueue.Line("show", "", false));
        assertThat(log.lines()).containsExactly("INFO a,1", "INFO ");
        assertThat(lines.printed()).isEqualTo(2);
    }

    @Test
    void aTextOfSeveralLinesHasSeveralInTheLog() {
        lines.accept(new LineQueue.Line("print", "a\nb", false));
        lines.accept(new LineQueue.Line("map", "c\r\nd\n", true));
        assertThat(log.lines()).containsExactly("INFO a", "INFO b", "WARN   words: map: c", "WARN   words: map: d");
        assertThat(lines.printed()).isEqualTo(1);
    }

    @Test
    void otherLinesSayWhereTheyComeFrom() {
        lines.accept(new LineQueue.Line("map", "hello", false));
        assertThat(log.lines()).containsExactly("INFO   words: map: hello");
        assertThat(lines.printed()).isZero();
    }
}
