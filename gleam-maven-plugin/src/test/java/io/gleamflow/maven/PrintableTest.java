package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class PrintableTest {

    private final RecordedLog log = new RecordedLog();
    private final Log printable = new Printable(log);

    @Test
    void aNameCannotBeginALineOfTheLog() {
        printable.info("  words\n[ERROR] all is lost: 3 rows");
        printable.warn("a\rb");
        printable.error("c\u2028d\u0085e");
        assertThat(log.lines())
                .containsExactly("INFO   words\\n[ERROR] all is lost: 3 rows", "WARN a\\rb", "ERROR c\\u2028d\\u0085e");
    }

    @Test
    void aTerminalIsNotSteered() {
        printable.info("\u001b]0;title\u0007 \u009b31m \u0000");
        assertThat(log.lines()).containsExactly("INFO \\u001b]0;title\\u0007 \\u009b31m \\u0000");
    }

    @Test
    void whatIsThrownIsLookedAtWithItsCauses() {
        assertThat(Printable.isAll(new IllegalStateException("a", new IllegalStateException("b"))))
                .isTrue();
        assertThat(Printable.isAll(new IllegalStateException("a", new IllegalStateException("b\nc"))))
                .isFalse();
        assertThat(Printable.text(new IllegalStateException("a\nb"))).isEqualTo("a\\nb");
    }

    @Test
    void whatIsThrownBeginsNoLineOfTheLogEither() {
        Exception bad = new IllegalStateException("a", new IllegalStateException("b\n[ERROR] all is lost"));
        printable.debug(bad);
        printable.error(bad);
        printable.warn("c", bad);
        assertThat(log.thrown()).hasSize(3).allSatisfy(thrown -> {
            assertThat(Printable.isAll(thrown)).isTrue();
            assertThat(thrown).hasMessage("java.lang.IllegalStateException: a");
            assertThat(thrown.getCause()).hasMessage("java.lang.IllegalStateException: b\\n[ERROR] all is lost");
            assertThat(thrown.getStackTrace()).isEqualTo(bad.getStackTrace());
        });
    }

    @Test
    void whatIsThrownAndFitToBeShownStaysAsItIs() {
        Exception good = new IllegalStateException("a", new IllegalStateException("b"));
        printable.error(good);
        assertThat(log.thrown()).containsExactly(good);
        good.addSuppressed(new IllegalStateException("c\nd"));
        assertThat(Printable.isAll(good)).isFalse();
    }

    @Test
    void everythingElseIsAsItIs() {
        String text = "\ta\\n b\u00e4 \u20ac \ud83d\ude00 |";
        printable.info(text);
        assertThat(log.lines()).containsExactly("INFO " + text);
    }
}
