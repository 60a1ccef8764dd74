package io.gleamflow.page;

import java.util.ArrayList;
import java.util.List;

/** How much room a text takes in letters of one width, and lines of it that are no longer than they may be. */
final class BoxText {

    private BoxText() {}

    /** Letters of East Asia and pictures are two wide. */
    static int width(String text) {
        return text.codePoints().map(BoxText::width).sum();
    }

    private static int width(int c) {
        return c < 0x1100 ? 1 : 2;
    }

    /** Whether all letters are sure to be one wide. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** Parts a text behind what parts names, as far as there is such a place. */
    static List<String> lines(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (int c : text.codePoints().toArray()) {
            if (width + width(c) > most) {
                int cut = cut(line);
                lines.add(line.substring(0, cut).strip());
                line.delete(0, cut);
                width = width(line.toString());
            }
            line.appendCodePoint(c);
            width += width(c);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static int cut(CharSequence line) {
        for (int i = line.length(); i > line.length() / 2; i--) {
            if (" /-_,.+".indexOf(line.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return line.length();
    }
}
