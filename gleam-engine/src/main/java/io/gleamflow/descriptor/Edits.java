package io.gleamflow.descriptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of parts of a text that do not overlap, made together. Not thread-safe. */
final class Edits {

    private record Edit(int start, int end, String text) {}

    private final List<Edit> edits = new ArrayList<>();

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    /**
     * Takes over the edits of another, all of them or none.
     *
     * @throws NotEditableException when something of that text is edited already, as by an alias
     */
    void add(Edits others) throws NotEditableException {
        for (Edit other : others.edits) {
            if (edits.stream().anyMatch(edit -> edit.start() < other.end() && other.start() < edit.end())) {
                throw new NotEditableException("another test shares it");
            }
        }
        edits.addAll(others.edits);
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    String on(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        edits.sort(Comparator.comparingInt(Edit::start));
        for (Edit edit : edits) {
            if (edit.start() < at) {
                throw new IllegalStateException("edits overlap at " + edit.start());
            }
            out.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
