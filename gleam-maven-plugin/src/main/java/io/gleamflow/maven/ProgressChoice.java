package io.gleamflow.maven;

import io.gleamflow.problem.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** How a run is to be followed: the parameter {@code progress}, and what Maven was told. */
final class ProgressChoice {

    private static final List<String> WORDS = List.of("auto", "plain", "none");

    private final String word;
    private final boolean isLive;
    private final boolean isColoured;

    private ProgressChoice(String word, boolean isLive, boolean isColoured) {
        this.word = word;
        this.isLive = isLive;
        this.isColoured = isColoured;
    }

    /**
     * Reads the parameter.
     *
     * @param isAlone whether nothing else is written at the same time, as with {@code -T}, and Maven is interactive
     * @param style the property {@code style.color}, or empty
     */
    static ProgressChoice of(
            String word, boolean isAlone, boolean isTerminal, String style, Map<String, String> environment)
            throws MojoFailureException {
        String known = word.trim().toLowerCase(Locale.ROOT);
        if (!WORDS.contains(known)) {
            throw new MojoFailureException("gleam.progress is `" + word + "`, and can be auto, plain or none. "
                    + Nearest.hint(known, WORDS).orElse(""));
        }
        boolean knowsAnsi = !environment.getOrDefault("TERM", "").equals("dumb");
        boolean isWatched = !environment.containsKey("CI");
        boolean isLive = known.equals("auto") && isAlone && isTerminal && knowsAnsi && isWatched;
        boolean isPlain = environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean isColoured = style.equals("always") || !style.equals("never") && isPlain;
        return new ProgressChoice(known, isLive, isColoured);
    }

    /** What shows the progress of a flow; nothing when the log is silent. */
    Ticker ticker(String title, Log log) {
        if (word.equals("none") || !log.isInfoEnabled()) {
            return Ticker.SILENT;
        }
        return isLive
                ? new LiveLine(title, isColoured, StandardOutput::write)
                : new Heartbeat(title, log::info, System::nanoTime);
    }
}
