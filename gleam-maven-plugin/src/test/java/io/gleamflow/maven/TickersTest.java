package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.graph.GraphFormat;
import io.gleamflow.run.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class TickersTest {

    private static final Map<String, String> PERSON = Map.of("TERM", "xterm");

    private final List<String> shown = new ArrayList<>();
    private final Progress half = new Progress(1_234_567, 50, 100, Duration.ofSeconds(12));

    @Test
    void aLiveLineIsDrawnAgainAndGoneInTheEnd() {
        LiveLine line = new LiveLine("weblog", false, shown::add);
        line.tick(Optional.of(half));
        line.hide();
        line.hide();
        assertThat(shown)
                .containsExactly(
                        "\r\u001b[2K  weblog  [##########----------]   50 %  1,234,567 rows  102,881 rows/s  12 s",
                        "\r\u001b[2K");
    }

    @Test
    void aLiveLineIsNeverWiderThanATerminalWhateverTheNameIs() {
        LiveLine line = new LiveLine("日本語\n\u001b[2J" + "x".repeat(500), true, shown::add);
        line.tick(Optional.of(half));
        line.tick(Optional.empty());
        assertThat(shown).allSatisfy(text -> {
            String letters = text.replaceAll("\r|\u001b\\[(2K|36m|0m)", "");
            assertThat(letters).hasSizeLessThanOrEqualTo(78).matches("[ -~]*");
        });
    }

    @Test
    void aHeartIsHeardEveryTenSeconds() {
        long[] now = {0};
        Heartbeat beat = new Heartbeat("weblog", shown::add, () -> now[0]);
        for (int second = 0; second <= 25; second++) {
            now[0] = second * 1_000_000_000L;
            beat.tick(Optional.of(half));
        }
        assertThat(shown)
                .containsExactly(
                        "  weblog: 1,234,567 rows read, 50 % of the input, 12 s",
                        "  weblog: 1,234,567 rows read, 50 % of the input, 12 s");
    }

    @Test
    void aSizeThatNobodyKnowsIsNotGuessed() {
        Progress unknown = new Progress(1, 0, 0, Duration.ofSeconds(70));
        assertThat(ProgressText.of(unknown)).isEqualTo("1 row read, 1 min 10 s");
        assertThat(ProgressText.live(unknown)).isEqualTo("1 row  0 rows/s  1 min 10 s");
    }

    @Test
    void onlyAPersonAtATerminalGetsALiveLine() throws Exception {
        Log log = new RecordedLog();
        assertThat(choice("auto", true, true, PERSON).ticker("x", log)).isInstanceOf(LiveLine.class);
        assertThat(choice("plain", true, true, PERSON).ticker("x", log)).isInstanceOf(Heartbeat.class);
        assertThat(choice("auto", false, true, PERSON).ticker("x", log)).isInstanceOf(Heartbeat.class);
        assertThat(choice("auto", true, false, PERSON).ticker("x", log)).isInstanceOf(Heartbeat.class);
        assertThat(choice("auto", true, true, Map.of("TERM", "dumb")).ticker("x", log))
                .isInstanceOf(Heartbeat.class);
        assertThat(choice("auto", true, true, Map.of("CI", "true")).ticker("x", log))
                .isInstanceOf(Heartbeat.class);
        assertThat(choice("none", true, true, PERSON).ticker("x", log)).isSameAs(Ticker.SILENT);
    }

    private static ProgressChoice choice(String word, boolean alone, boolean terminal, Map<String, String> environment)
            throws MojoFailureException {
        return ProgressChoice.of(word, alone, terminal, "", environment);
    }

    @Test
    void aWrongWordIsToldWithTheRightOne() {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> choice("plian", true, true, PERSON))
                .withMessageContaining("gleam.progress is `plian`, and can be auto, plain or none")
                .withMessageContaining("plain");
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> Choice.of(GraphFormat.class, "gleam.graph.format", "dott"))
                .withMessageContaining("gleam.graph.format is `dott`, and can be mermaid, dot, json");
    }
}
