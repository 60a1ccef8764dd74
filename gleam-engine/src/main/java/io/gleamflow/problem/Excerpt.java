package io.gleamflow.problem;

import java.util.ArrayList;
import java.util.List;

/** Shows a place in its text: the line before, the line itself, and a caret under the column. */
public final class Excerpt {

    private static final int WIDTH = 120;

    private Excerpt() {}

    /**
     * The lines to print below a message, without the values of secrets that are written there.
     *
     * @param text the whole file the place is in
     * @return nothing when the place has no line or the text does not reach it
     */
    public static List<String> of(Place place, String text) {
        List<String> lines = SecretLines.hidden(text.lines().toList());
        int line = place.line();
        if (line == 0 || line > lines.size()) {
            return List.of();
        }
        List<String> shown = new ArrayList<>();
        if (line > 1 && !lines.get(line - 2).isBlank()) {
            shown.add(numbered(line - 1, lines.get(line - 2)));
        }
        shown.add(numbered(line, lines.get(line - 1)));
        if (place.column() > 0 && place.column() <= WIDTH) {
            shown.add("       | " + lead(lines.get(line - 1), place.column() - 1) + "^");
        }
        return shown;
    }

    private static String numbered(int number, String line) {
        return String.format("%6d | %s", number, line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line);
    }

    /** Blanks as wide as the text before the column; tabs stay tabs so that the caret stands right. */
    private static String lead(String line, int width) {
        StringBuilder blanks = new StringBuilder();
        for (int i = 0; i < width; i++) {
            blanks.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return blanks.toString();
    }
}
