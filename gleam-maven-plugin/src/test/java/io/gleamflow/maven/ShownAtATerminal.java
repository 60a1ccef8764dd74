package io.gleamflow.maven;

import io.gleamflow.run.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A program that follows a run as the goals do, with lines of a log between. */
final class ShownAtATerminal {

    private ShownAtATerminal() {}

    public static void main(String[] args) throws Exception {
        ProgressChoice choice =
                ProgressChoice.of("auto", true, StandardOutput.isTerminal(), "", Map.of("TERM", "xterm"));
        SystemStreamLog log = new SystemStreamLog();
        Ticker ticker = choice.ticker("weblog", log);
        for (int i = 1; i <= 3; i++) {
            ticker.tick(Optional.of(new Progress(i, i, 10, Duration.ofSeconds(i))));
            ticker.hide();
            log.info("line " + i);
        }
        ticker.tick(Optional.empty());
        ticker.hide();
        log.info("end");
    }
}
