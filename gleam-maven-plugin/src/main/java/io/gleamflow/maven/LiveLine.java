package io.gleamflow.maven;

import io.gleamflow.run.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One line at the bottom of a terminal that is drawn again and again, and is gone before anything else is written. */
final class LiveLine implements Ticker {

    private static final String CLEAR = "\r\u001b[2K";
    private static final String COLOUR = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    /** What every terminal has room for; a line that is wrapped could not be cleared. */
    private static final int WIDTH = 78;

    private final String title;
    private final boolean isColoured;
    private final Consumer<String> terminal;
    private final long start = System.nanoTime();
    private boolean isShown;

    /**
     * @param title what to call the flow
     * @param terminal takes what is written as it is
     */
    LiveLine(String title, boolean isColoured, Consumer<String> terminal) {
        this.title = title;
        this.isColoured = isColoured;
        this.terminal = terminal;
    }

    @Override
    public void tick(Optional<Progress> progress) {
        Progress now = progress.orElseGet(() -> new Progress(0, 0, 0, Duration.ofNanos(System.nanoTime() - start)));
        String name = printable("  " + title + "  ");
        String rest = ProgressText.live(now);
        String line = name.substring(0, Math.min(name.length(), Math.max(0, WIDTH - rest.length()))) + rest;
        String shown = line.substring(0, Math.min(WIDTH, line.length()));
        terminal.accept(CLEAR + (isColoured ? COLOUR + shown + PLAIN : shown));
        isShown = true;
    }

    /** Letters that may be two columns wide, and what could steer the terminal, would make a mess of it. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    @Override
    public void hide() {
        if (isShown) {
            terminal.accept(CLEAR);
            isShown = false;
        }
    }
}
