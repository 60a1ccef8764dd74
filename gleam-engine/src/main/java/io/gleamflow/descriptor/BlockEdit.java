package io.gleamflow.descriptor;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.ExpectedUpdate.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Rewrites the rows of a block of csv: those that are right, the header and the indentation stay as they are. */
final class BlockEdit {

    private final Source source;
    private final CodeReader code;

    BlockEdit(Source source, CodeReader code) {
        this.source = source;
        this.code = code;
    }

    /** @throws NotEditableException when the rows cannot stand where others stand */
    void edit(ScalarNode scalar, ExpectedUpdate update, Edits edits) throws NotEditableException {
        for (ExpectedUpdate.Row row : update.rows()) {
            for (Written value : row.values()) {
                boolean odd = value.text().codePoints().anyMatch(c -> c == '\r' || WrittenValue.isOdd(c));
                if (odd && scalar.getScalarStyle() == ScalarStyle.LITERAL) {
                    throw new NotEditableException("a value has characters that cannot stand in a block; write a list");
                }
            }
        }
        if (scalar.getValue().contains("${")) {
            throw new NotEditableException("the rows have references such as ${...} in them");
        } else if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            literal(scalar, update, edits);
        } else if (CodeReader.isBlock(scalar)) {
            throw new NotEditableException("the rows are in a `>` block; write `|`");
        } else {
            List<String> lines = scalar.getValue().lines().toList();
            String text = String.join("\n", records(lines, update)) + "\n";
            edits.replace(
                    source.skipProperties(source.index(scalar.getStartMark())),
                    source.index(scalar.getEndMark()),
                    WrittenValue.quoted(text).replace("$${", "${"));
        }
    }

    private void literal(ScalarNode scalar, ExpectedUpdate update, Edits edits) {
        int first = code.firstLine(scalar);
        int header = first;
        while (source.line(header).isBlank()) {
            header++;
        }
        String line = source.line(header);
        String content = scalar.getValue()
                .lines()
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        int own = content.length() - content.stripLeading().length();
        int indent = line.length() - line.stripLeading().length() - own;
        int last = header;
        int end = header;
        while (end <= source.lines() && (source.line(end).isBlank() || indent(source.line(end)) >= indent)) {
            last = source.line(end).isBlank() ? last : end;
            end++;
        }
        List<String> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            String text = raw(i);
            lines.add(text.length() >= indent ? text.substring(indent) : "");
        }
        String lineEnd = source.text()
                        .startsWith("\r\n", source.start(header) + raw(header).length())
                ? "\r\n"
                : "\n";
        String before = " ".repeat(indent);
        String text = records(lines, update).stream()
                .flatMap(record -> record.lines().count() == 0 ? List.of("").stream() : record.lines())
                .map(each -> each.isEmpty() ? "" : before + each)
                .collect(Collectors.joining(lineEnd));
        edits.replace(source.start(first), source.start(last) + raw(last).length(), text);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** A line with the blanks at its end, without its line end. */
    private String raw(int number) {
        int start = source.start(number);
        int end = number < source.lines()
                ? source.start(number + 1)
                : source.text().length();
        String line = source.text().substring(start, end);
        return line.replaceAll("[\r\n]+$", "");
    }

    /** The records as they are to be, with the lines that stand before those that stay. */
    private static List<String> records(List<String> lines, ExpectedUpdate update) {
        CsvLines old = new CsvLines(lines);
        List<String> records = new ArrayList<>();
        records.add(String.join("\n", lines.subList(0, old.end(0))));
        for (ExpectedUpdate.Row row : update.rows()) {
            boolean there = row.old().isPresent() && row.old().getAsInt() + 1 < old.records();
            int record = there ? row.old().getAsInt() + 1 : 0;
            if (there && !row.changed()) {
                records.add(String.join("\n", lines.subList(old.start(record), old.end(record))));
            } else {
                records.add(WrittenValue.csv(row.values()));
            }
        }
        return records;
    }
}
