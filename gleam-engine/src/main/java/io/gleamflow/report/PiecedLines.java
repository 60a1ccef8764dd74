package io.gleamflow.report;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Keeps the start of a secret at the end of a piece back until the rest of it comes. For one thread. */
final class PiecedLines implements Consumer<String> {

    /** A line with fewer bytes is whole, since pieces are 8 KiB less a part of a character. */
    private static final int SHORTEST_PIECE = 8 * 1024 - 3;

    private final Secrets secrets;
    private final Consumer<String> next;
    private String kept = "";

    PiecedLines(Secrets secrets, Consumer<String> next) {
        this.secrets = secrets;
        this.next = next;
    }

    @Override
    public void accept(String piece) {
        String text = kept + piece;
        boolean isWhole = piece.getBytes(StandardCharsets.UTF_8).length < SHORTEST_PIECE;
        int end = isWhole ? text.length() : secrets.end(text);
        kept = text.substring(end);
        next.accept(secrets.hidden(text.substring(0, end)));
    }
}
