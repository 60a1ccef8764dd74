package io.gleamflow.descriptor;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The lines of a list whose elements stand below each other: those of each element, and the comments before it. */
final class BlockItems {

    private final Source source;
    private final List<Integer> dashes = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private final String indent;
    private final String lineEnd;

    BlockItems(Source source, SequenceNode list) throws NotEditableException {
        this.source = source;
        List<Node> items = list.getValue();
        for (Node item : items) {
            int dash = source.text().lastIndexOf('-', source.index(item.getStartMark()) - 1);
            int line = source.place(dash).line();
            if (dash < 0 || !source.text().substring(source.start(line), dash).isBlank()) {
                throw new NotEditableException("a row does not begin on a line of its own");
            }
            dashes.add(dash);
            firsts.add(line);
        }
        int end = source.place(source.index(list.getEndMark())).line();
        // the mark stands before what comes next, which may be indented
        boolean open = source.text()
                .substring(source.start(end), source.index(list.getEndMark()))
                .isBlank();
        for (int i = 0; i < items.size(); i++) {
            int last = i + 1 < items.size() ? firsts.get(i + 1) - 1 : open ? end - 1 : end;
            int least = source.place(Math.max(
                            source.index(items.get(i).getStartMark()),
                            source.index(items.get(i).getEndMark()) - 1))
                    .line();
            int floor = Math.min(last, Math.max(firsts.get(i), contentEnd(firsts.get(i), least)));
            while (last > floor && isLayout(source.line(last))) {
                last--;
            }
            lasts.add(last);
        }
        int first = firsts.get(0);
        this.indent = source.text().substring(source.start(first), dashes.get(0));
        this.lineEnd = source.text().startsWith("\r\n", source.start(first) + rawLength(first)) ? "\r\n" : "\n";
    }

    /** The end mark of a map lies before whatever comes next. */
    private int contentEnd(int first, int least) {
        int line = least;
        while (line > first && isLayout(source.line(line))) {
            line--;
        }
        return line;
    }

    private static boolean isLayout(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private int rawLength(int line) {
        int end = line < source.lines() ? source.start(line + 1) : source.text().length();
        return source.text()
                .substring(source.start(line), end)
                .replaceAll("[\r\n]+$", "")
                .length();
    }

    private int lineEnd(int line) {
        return line < source.lines() ? source.start(line + 1) : source.text().length();
    }

    private String lines(int first, int last) {
        return first > last ? "" : source.text().substring(source.start(first), lineEnd(last));
    }

    int start() {
        return source.start(firsts.get(0));
    }

    int end() {
        return lineEnd(lasts.get(lasts.size() - 1));
    }

    /** Comments and empty lines between an element and the one before it. */
    String before(int item) {
        return item == 0 ? "" : lines(lasts.get(item - 1) + 1, firsts.get(item) - 1);
    }

    String item(int item) {
        return ended(lines(firsts.get(item), lasts.get(item)));
    }

    /** The lines of an element with another text in the place of its own. */
    String item(int item, String old, String text) throws NotEditableException {
        String lines = lines(firsts.get(item), lasts.get(item));
        String own = old.stripTrailing();
        int at = lines.indexOf(own, dashes.get(item) - source.start(firsts.get(item)) + 1);
        if (at < 0) {
            throw new NotEditableException(
                    "a row that has changed is written over several lines with other things between");
        }
        return ended(lines.substring(0, at) + text.stripTrailing() + lines.substring(at + own.length()));
    }

    /** An element that was not there. */
    String fresh(String text) {
        return indent + "- " + text + lineEnd;
    }

    /** The last line of a file may have no end. */
    private String ended(String lines) {
        return lines.endsWith("\n") ? lines : lines + lineEnd;
    }

    /** What stands before each element. */
    String indent() {
        return indent;
    }

    /** Behind the colon of the key that the list is the value of. */
    int keyEnd() {
        return source.text().lastIndexOf(':', start()) + 1;
    }
}
