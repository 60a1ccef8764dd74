package io.gleamflow.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A box of a picture.
 *
 * @param kind its class for the style
 * @param title above the lines, no wider than a box may be
 * @param lines each with a number at its right, which may be empty
 * @param label what leaves it, such as {@code 55 rows}, or empty
 */
record PictureBox(String id, String kind, List<String> title, List<Line> lines, String label) {

    /** So many letters stand side by side. */
    static final int MOST = 30;

    private static final double LETTER = 7.3;
    private static final double SMALL = 6.7;
    private static final double LINE = 17;
    private static final double PADDING = 10;

    PictureBox {
        title = List.copyOf(title);
        lines = List.copyOf(lines);
    }

    /** A line of a box. */
    record Line(String text, String number) {}

    /** Parts what is too long; all texts are as they are shown. */
    static PictureBox of(String id, String kind, String title, List<Line> lines, String label) {
        List<Line> parted = new ArrayList<>();
        for (Line line : lines) {
            List<String> texts = BoxText.lines(line.text(), MOST - line.number().length() - 2);
            for (int i = 0; i < texts.size(); i++) {
                parted.add(new Line(texts.get(i), i == texts.size() - 1 ? line.number() : ""));
            }
        }
        return new PictureBox(id, kind, BoxText.lines(title, MOST), parted, label);
    }

    double width() {
        double titles = title.stream().mapToDouble(BoxText::width).max().orElse(0) * LETTER;
        double texts = lines.stream()
                        .mapToDouble(line -> BoxText.width(line.text())
                                + line.number().length()
                                + (line.number().isEmpty() ? 0 : 2))
                        .max()
                        .orElse(0)
                * SMALL;
        return Math.max(120, Math.max(titles, texts) + 2 * PADDING);
    }

    double height() {
        return 2 * PADDING + LINE * (title.size() + lines.size()) - 4;
    }

    double labelWidth() {
        return label.length() * SMALL;
    }

    void draw(Html html, double x, double y) {
        html.open(
                "rect",
                "class",
                kind,
                "x",
                Picture.number(x),
                "y",
                Picture.number(y),
                "width",
                Picture.number(width()),
                "height",
                Picture.number(height()),
                "rx",
                "6");
        double base = y + PADDING + 9;
        for (String line : title) {
            text(html, line, "title", x + PADDING, base, LETTER);
            base += LINE;
        }
        for (Line line : lines) {
            text(html, line.text(), "line", x + PADDING, base, SMALL);
            if (!line.number().isEmpty()) {
                html.open(
                        "text", "class", "rows", "x", Picture.number(x + width() - PADDING), "y", Picture.number(base));
                html.given(line.number()).close("text");
            }
            base += LINE;
        }
        if (!label.isEmpty()) {
            text(html, label, "label", x + width() / 2 + 6, y + height() + 15, SMALL);
        }
    }

    /** Letters whose width nobody knows are made to fit. */
    private static void text(Html html, String text, String kind, double x, double y, double letter) {
        List<String> attributes =
                new ArrayList<>(List.of("class", kind, "x", Picture.number(x), "y", Picture.number(y)));
        if (!BoxText.isPlain(text) && !text.isEmpty()) {
            attributes.addAll(List.of(
                    "textLength", Picture.number(BoxText.width(text) * letter), "lengthAdjust", "spacingAndGlyphs"));
        }
        html.open("text", attributes.toArray(new String[0])).given(text).close("text");
    }
}
