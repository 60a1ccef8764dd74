package io.gleamflow.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a descriptor without what secret parameters are by default. A descriptor that is shown is often one that cannot
 * be read, so this looks at the text, and rather hides too much.
 */
final class SecretLines {

    private static final Pattern SECRET = Pattern.compile("\\bsecret[\"']?\\s*:\\s*[\"']?(?i:true|yes|on)\\b");
    private static final Pattern VALUE = Pattern.compile("\\b(?:default|oneOf)[\"']?\\s*:\\s*(?=\\S|$)");
    private static final String MASK = "***";

    private final List<String> lines;
    private final List<String> shown;

    private SecretLines(List<String> lines) {
        this.lines = lines;
        this.shown = new ArrayList<>(lines);
    }

    static List<String> hidden(List<String> lines) {
        SecretLines hidden = new SecretLines(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (SECRET.matcher(lines.get(i)).find()) {
                hidden.hideAround(i);
            }
        }
        return hidden.shown;
    }

    /** All that may belong to the parameter that says it is a secret on that line. */
    private void hideAround(int line) {
        int first = line;
        int last = line;
        if (!isWhole(lines.get(line))) {
            while (first > 0 && !begins(first, line)) {
                first--;
            }
            while (last + 1 < lines.size() && isWithin(last + 1, line)) {
                last++;
            }
        }
        for (int i = first; i <= last; i++) {
            hide(i);
        }
    }

    /** A map in braces on one line. */
    private static boolean isWhole(String text) {
        return text.indexOf('{') >= 0 && text.lastIndexOf('}') > text.indexOf('{');
    }

    /** Whether the parameter begins at that line, as its name stands further left or has the brace. */
    private boolean begins(int at, int line) {
        String text = lines.get(at);
        return text.indexOf('{') >= 0 || at < line && !text.isBlank() && indent(text) < indent(lines.get(line));
    }

    private boolean isWithin(int at, int line) {
        String text = lines.get(at);
        return text.isBlank() || indent(text) >= indent(lines.get(line));
    }

    private void hide(int at) {
        Matcher value = VALUE.matcher(shown.get(at));
        if (!value.find()) {
            return;
        }
        int indent = indent(lines.get(at));
        shown.set(at, shown.get(at).substring(0, value.end()) + MASK);
        // a text of several lines
        for (int i = at + 1; i < lines.size() && (lines.get(i).isBlank() || indent(lines.get(i)) > indent); i++) {
            shown.set(i, lines.get(i).isBlank() ? "" : " ".repeat(indent(lines.get(i))) + MASK);
        }
    }

    private static int indent(String text) {
        int blanks = 0;
        while (blanks < text.length() && text.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }
}
