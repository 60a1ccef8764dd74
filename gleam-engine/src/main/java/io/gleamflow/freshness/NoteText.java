package io.gleamflow.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A note as lines, the last of which has a checksum of those before it. */
final class NoteText {

    private static final String FIRST = "gleam-note 1\n";
    private static final String LAST = "end ";

    private final StringBuilder text = new StringBuilder(FIRST);

    private NoteText() {}

    /** @throws IOException when something in it is longer than a line */
    static String of(Note note) throws IOException {
        NoteText lines = new NoteText();
        lines.add('s', note.salt());
        lines.add('p', note.print());
        lines.add('l', String.valueOf(note.luajit()));
        lines.addAll('v', note.variables());
        lines.addAll('m', note.properties());
        lines.addAll('t', note.titles());
        for (Spot spot : note.spots()) {
            Look look = spot.look();
            lines.add(
                    spot.kind(),
                    look.size() + " " + look.modified() + " " + look.changed() + " " + look.number() + " "
                            + spot.path());
        }
        return lines.text + last(lines.text.toString());
    }

    private void addAll(char word, List<String> values) throws IOException {
        for (String value : values) {
            add(word, value);
        }
    }

    private void add(char word, String value) throws IOException {
        if (value.indexOf('\n') >= 0) {
            throw new IOException("there is a name of several lines");
        }
        text.append(word).append(value).append('\n');
    }

    private static String last(String before) {
        CRC32 sum = new CRC32();
        sum.update(before.getBytes(UTF_8));
        return LAST + sum.getValue() + "\n";
    }

    /** @throws IllegalArgumentException when the text is of another version, was cut, or is something else */
    static Note read(String text) {
        int end = text.lastIndexOf(LAST);
        if (end < 0 || !text.startsWith(FIRST) || !text.substring(end).equals(last(text.substring(0, end)))) {
            throw new IllegalArgumentException("no note");
        }
        Reading reading = new Reading();
        for (int at = FIRST.length(); at < end; ) {
            int next = text.indexOf('\n', at);
            reading.line(text.charAt(at), text.substring(at + 1, next));
            at = next + 1;
        }
        return reading.note();
    }

    /** Gathers what lines say. */
    private static final class Reading {

        private String salt = "";
        private String print = "";
        private boolean luajit;
        private final List<String> variables = new ArrayList<>();
        private final List<String> properties = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<Spot> spots = new ArrayList<>();

        void line(char word, String value) {
            switch (word) {
                case 's' -> salt = value;
                case 'p' -> print = value;
                case 'l' -> luajit = Boolean.parseBoolean(value);
                case 'v' -> variables.add(value);
                case 'm' -> properties.add(value);
                case 't' -> titles.add(value);
                default -> spots.add(spot(word, value));
            }
        }

        private static Spot spot(char kind, String value) {
            int size = value.indexOf(' ');
            int modified = value.indexOf(' ', size + 1);
            int changed = value.indexOf(' ', modified + 1);
            int number = value.indexOf(' ', changed + 1);
            Look look = new Look(
                    Long.parseLong(value.substring(0, size)),
                    Long.parseLong(value.substring(size + 1, modified)),
                    Long.parseLong(value.substring(modified + 1, changed)),
                    Long.parseLong(value.substring(changed + 1, number)));
            return new Spot(kind, look, value.substring(number + 1));
        }

        Note note() {
            return new Note(salt, print, luajit, variables, properties, spots, titles);
        }
    }
}
