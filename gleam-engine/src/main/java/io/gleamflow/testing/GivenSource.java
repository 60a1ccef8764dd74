package io.gleamflow.testing;

import io.gleamflow.connector.SourceFiles;
import io.gleamflow.connector.SourceHeader;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.row.Value;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a source of the rows that a test gives, with the columns of the step it stands for. */
final class GivenSource {

    private final Step instead;
    private final Problems problems;

    /** @param instead the step it stands for */
    GivenSource(Step instead, Problems problems) {
        this.instead = instead;
        this.problems = problems;
    }

    /** Empty when the rows do not fit the step, which is noted. */
    Optional<Step> of(TestRows rows, Path base) {
        if (rows instanceof TestRows.InFile file) {
            return file(file.path(), base);
        }
        Optional<TestRows.Listed> listed =
                rows instanceof TestRows.Csv csv ? CsvBlock.read(csv, problems) : Optional.of((TestRows.Listed) rows);
        return listed.flatMap(this::rows);
    }

    /** Looks at the rows, without looking into files. */
    void check(TestRows rows) {
        if (!(rows instanceof TestRows.InFile)) {
            of(rows, Path.of(""));
        }
    }

    /** A row cannot be read again where nothing is read. */
    private Head head() {
        Head head = instead.head();
        return head.onError() instanceof OnError.Retry ? head.with(OnError.fail()) : head;
    }

    /** The names the columns of the source have; empty when they have none, or nobody knows. */
    private List<String> names() {
        Columns columns = instead.accept(ColumnsAfter.unnamed(Columns.UNKNOWN, Map.of()));
        return columns.names();
    }

    private boolean hasFileColumn() {
        return instead instanceof SourceStep.Read read && read.withFile();
    }

    /** Whether all columns of the source are text before its {@code types} are looked at. */
    private boolean isText() {
        FileFormat.Kind kind;
        if (instead instanceof SourceStep.Read read) {
            kind = read.format().kind();
        } else if (instead instanceof SourceStep.Command command) {
            kind = command.format().kind();
        } else if (instead instanceof SourceStep.Socket socket) {
            kind = socket.format().kind();
        } else {
            return false;
        }
        return switch (kind) {
            case TEXT, CSV, TSV, FIXED -> true;
            case JSON, JSONL, MSGPACK -> false;
        };
    }

    private Optional<Step> rows(TestRows.Listed given) {
        List<String> names = names().isEmpty() ? given.names() : names();
        Optional<List<Integer>> order = order(given, names);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        boolean text = isText();
        List<List<Value>> rows = new ArrayList<>();
        for (TestRows.Row row : given.rows()) {
            List<Value> values = new ArrayList<>();
            for (int from : order.get().isEmpty() ? indexes(row.cells().size()) : order.get()) {
                values.add(value(row, from, text));
            }
            if (!names.isEmpty() && values.size() < names.size() && hasFileColumn()) {
                values.add(new Value.Nil());
            }
            if (values.isEmpty() || !names.isEmpty() && values.size() != names.size()) {
                problems.add(Problem.error(row.place(), width(values.size(), names)));
                return Optional.empty();
            }
            rows.add(values);
        }
        return Optional.of(new SourceStep.Rows(head(), names, rows));
    }

    private static Value value(TestRows.Row row, int from, boolean text) {
        if (from < 0 || from >= row.cells().size()) {
            return new Value.Nil();
        }
        TestRows.Cell cell = row.cells().get(from);
        return text ? cell.written() : cell.typed();
    }

    private static List<Integer> indexes(int size) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            indexes.add(i);
        }
        return indexes;
    }

    private static String width(int width, List<String> names) {
        if (width == 0) {
            return "this row has no columns";
        }
        return "this row has " + width + (width == 1 ? " column" : " columns") + ", and the source has "
                + String.join(", ", names);
    }

    /**
     * Where each column of the source is in the given rows, -1 for one that is not, whose values are nothing then; none when
     * rows are taken as they are; empty when there are others than the source has.
     */
    private Optional<List<Integer>> order(TestRows.Listed given, List<String> names) {
        if (given.names().isEmpty() || names.equals(given.names())) {
            return Optional.of(List.of());
        }
        for (String name : given.names()) {
            if (!names.contains(name)) {
                problems.add(Problem.error(given.place(), "the source has no column `" + name + "`")
                        .hint(Nearest.hint(name, names).orElse(there(names))));
                return Optional.empty();
            }
        }
        List<Integer> order = new ArrayList<>();
        for (String name : names) {
            order.add(given.names().indexOf(name));
        }
        return Optional.of(order);
    }

    private static String there(List<String> names) {
        return names.equals(List.of("line"))
                ? "the source has lines of text; write a list of them, or `line` as header"
                : "its columns are " + String.join(", ", names);
    }

    /** The file is read as the source reads its own, where it can be. */
    private Optional<Step> file(Text path, Path base) {
        FileFormat format = instead instanceof SourceStep.Read read
                        && FileName.kind(read.paths().get(0).value()) == FileName.kind(path.value())
                ? read.format()
                : FileFormat.of(FileName.kind(path.value()));
        boolean withFile = hasFileColumn();
        try {
            Path file = SourceFiles.find(base, path.value()).get(0);
            List<String> found = SourceHeader.of(
                    file, path.value(), format, Frames.longestRow(instead.head().memory()));
            Step read = new SourceStep.Read(head(), List.of(path), format, withFile, found);
            List<String> names =
                    read.accept(ColumnsAfter.unnamed(Columns.UNKNOWN, Map.of())).names();
            if (!names().isEmpty() && !names().equals(names)) {
                problems.add(Problem.error(path.place(), "the columns of this file are " + String.join(", ", names))
                        .hint("those of the source are " + String.join(", ", names())));
                return Optional.empty();
            }
            return Optional.of(read);
        } catch (IOException e) {
            return wrong(path.place(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return wrong(path.place(), "`" + path.value() + "` cannot be looked for: " + e.getMessage());
        }
    }

    private Optional<Step> wrong(Place place, String message) {
        problems.add(Problem.error(place, message));
        return Optional.empty();
    }
}
