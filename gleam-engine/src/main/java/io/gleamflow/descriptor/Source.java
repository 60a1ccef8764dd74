package io.gleamflow.descriptor;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a descriptor, and where its lines are. Immutable. */
final class Source {

    static final int LARGEST = 10 << 20;

    /** The parser copies what it has of a token again and again, so that the time a line takes grows with its square. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String file;
    private final String text;

    /** Where each line starts, in UTF-16 units as Java counts, and in code points as SnakeYAML counts. */
    private final int[] starts;

    private final int[] points;

    private Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = starts(text);
        this.points = new int[starts.length];
        for (int i = 1; i < starts.length; i++) {
            points[i] = points[i - 1] + text.codePointCount(starts[i - 1], starts[i]);
        }
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private static boolean endsLine(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
    }

    /** Empty, with the problem noted, when the bytes are too many, not UTF-8, or hold control characters. */
    static Optional<Source> decode(String file, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST) {
            problems.add(
                    Problem.error(Place.of(file), "the descriptor has " + bytes.length + " bytes, 10 MB are allowed")
                            .hint("put data into a file and `read` it"));
            return Optional.empty();
        }
        boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
        int start = marked ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            Source source = new Source(file, text);
            boolean right = source.isPrintable(problems) && source.hasShortLines(problems);
            return right ? Optional.of(source) : Optional.empty();
        } catch (CharacterCodingException e) {
            Source before = new Source(file, new String(bytes, start, in.position() - start, StandardCharsets.UTF_8));
            problems.add(Problem.error(before.place(before.text.length()), "this is not UTF-8")
                    .hint("save the file as UTF-8"));
            return Optional.empty();
        }
    }

    /** YAML knows no control characters, and takes some separators of Unicode for line breaks, which no editor does. */
    private boolean isPrintable(Problems problems) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c) || c == 0x85 || c == 0x2028 || c == 0x2029) {
                String escape = String.format("\\u%04x", c);
                problems.add(Problem.error(place(i), String.format("the character U+%04X may not stand here", c))
                        .hint("write it as `" + escape + "` in double quotes"));
                return false;
            }
        }
        return true;
    }

    private boolean hasShortLines(Problems problems) {
        for (int i = 0; i < starts.length; i++) {
            int length = (i + 1 < starts.length ? starts[i + 1] : text.length()) - starts[i];
            if (length > LONGEST_LINE) {
                problems.add(Problem.error(
                                new Place(file, i + 1, 0),
                                "this line has " + length + " characters, " + LONGEST_LINE + " are allowed")
                        .hint("put data into a file and `read` it"));
                return false;
            }
        }
        return true;
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The index in {@link #text} that a mark of SnakeYAML means. */
    int index(Mark mark) {
        int found = Arrays.binarySearch(points, mark.getIndex());
        int line = found >= 0 ? found : -found - 2;
        return text.offsetByCodePoints(starts[line], mark.getIndex() - points[line]);
    }

    Place place(Mark mark) {
        return place(index(mark));
    }

    /** The place of a character. */
    Place place(int index) {
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, index - starts[line] + 1);
    }

    /** The index at which a line starts, counted from 1. */
    int start(int line) {
        return starts[line - 1];
    }

    int lines() {
        return starts.length;
    }

    /** A line without its end, counted from 1; empty when there is none. */
    String line(int number) {
        if (number < 1 || number > starts.length) {
            return "";
        }
        int end = number < starts.length ? starts[number] : text.length();
        return text.substring(starts[number - 1], end).stripTrailing();
    }

    /** The index behind anchors, tags, blanks and comments. */
    int skipProperties(int index) {
        int at = index;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = line(place(at).line()).length() + start(place(at).line());
            } else if (c == '&' || c == '!') {
                while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return index;
    }
}
