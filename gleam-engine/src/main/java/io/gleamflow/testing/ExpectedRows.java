package io.gleamflow.testing;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.RowFile;
import io.gleamflow.connector.SourceFiles;
import io.gleamflow.connector.SourceHeader;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.wire.Frames;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the rows that a test expects, and brings their columns into the order of those there are. */
final class ExpectedRows {

    private final Path base;
    private final Problems problems;

    /** @param base what files are relative to */
    ExpectedRows(Path base, Problems problems) {
        this.base = base;
        this.problems = problems;
    }

    /** The rows as they are written; empty when they cannot be read, which is noted. */
    Optional<TestRows.Listed> read(TestRows rows) {
        if (rows instanceof TestRows.InFile file) {
            return file(file.path());
        }
        return rows instanceof TestRows.Csv csv ? CsvBlock.read(csv, problems) : Optional.of((TestRows.Listed) rows);
    }

    private Optional<TestRows.Listed> file(Text path) {
        FileFormat format = FileFormat.of(FileName.kind(path.value()));
        List<TestRows.Row> rows = new ArrayList<>();
        try {
            Path file = SourceFiles.find(base, path.value()).get(0);
            List<String> names = SourceHeader.of(file, path.value(), format, Frames.LARGEST_ROW);
            new RowFile(format, names, Frames.LARGEST_ROW)
                    .read(FilePiece.whole(file.toString(), Files.size(file)), path.value(), new RowSink() {
                        @Override
                        public void row(byte[] bytes, int start, int end) {
                            List<Cell> cells = ValueCodec.readRow(bytes, start, end).stream()
                                    .map(CsvBlock::cell)
                                    .toList();
                            rows.add(new TestRows.Row(path.place(), cells));
                        }

                        @Override
                        public void end() {}
                    });
            return Optional.of(new TestRows.Listed(path.place(), names, rows));
        } catch (IOException e) {
            problems.error(path.place(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            problems.error(path.place(), "`" + path.value() + "` cannot be looked for: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The values in the order of the columns of a dataset; empty when the names are others, which is noted. */
    Optional<List<List<Cell>>> inOrder(TestRows.Listed rows, Columns columns, String dataset) {
        if (rows.names().isEmpty() || !columns.isNamed()) {
            return Optional.of(rows.rows().stream().map(TestRows.Row::cells).toList());
        }
        if (!new HashSet<>(rows.names()).equals(new HashSet<>(columns.names()))) {
            names(rows, columns.names(), dataset);
            return Optional.empty();
        }
        List<Integer> order =
                columns.names().stream().map(rows.names()::indexOf).toList();
        return Optional.of(rows.rows().stream()
                .map(row -> order.stream().map(i -> cell(row, i)).toList())
                .toList());
    }

    private static Cell cell(TestRows.Row row, int index) {
        return index < row.cells().size() ? row.cells().get(index) : Cell.of(new Value.Nil());
    }

    private void names(TestRows.Listed rows, List<String> names, String dataset) {
        for (String name : rows.names()) {
            if (!names.contains(name)) {
                problems.add(Problem.error(rows.place(), "`" + dataset + "` has no column `" + name + "`")
                        .hint(Nearest.hint(name, names).orElse("its columns are " + String.join(", ", names))));
            }
        }
        for (String name : names) {
            if (!rows.names().contains(name)) {
                problems.add(Problem.error(
                                rows.place(), "`" + dataset + "` has a column `" + name + "`, and none is expected")
                        .hint("its columns are " + String.join(", ", names)));
            }
        }
    }
}
