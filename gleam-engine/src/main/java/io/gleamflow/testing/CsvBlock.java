package io.gleamflow.testing;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.connector.RowReader;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.JsonText;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocks of csv in descriptors, with the reader of csv files. */
final class CsvBlock {

    private static final String NAME = "the block";
    private static final Pattern MESSAGE = Pattern.compile("(?s)" + NAME + "(?:, line (\\d+):)? (.*)");

    /** What JSON writes without quotes; {@code 007} is none of it, and stays text. */
    private static final Pattern BARE =
            Pattern.compile("true|false|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    private final TestRows.Csv block;
    private final Problems problems;
    private boolean right = true;

    private CsvBlock(TestRows.Csv block, Problems problems) {
        this.block = block;
        this.problems = problems;
    }

    /** The rows of a block; empty when something is wrong with it, which is noted. */
    static Optional<TestRows.Listed> read(TestRows.Csv block, Problems problems) {
        return new CsvBlock(block, problems).listed();
    }

    private Optional<TestRows.Listed> listed() {
        byte[] bytes = block.text().value().getBytes(StandardCharsets.UTF_8);
        List<List<Value>> values = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        RowReader[] reader = new RowReader[1];
        reader[0] = Formats.reader(
                FileFormat.of(FileFormat.Kind.CSV),
                List.of(),
                bytes.length + 1024,
                Optional.of((error, row, start, end) -> wrong(reader[0].line(), error)));
        try {
            reader[0].read(new ByteArrayInputStream(bytes), RowPlace.whole(NAME), new RowSink() {
                @Override
                public void row(byte[] row, int start, int end) {
                    values.add(ValueCodec.readRow(row, start, end));
                    lines.add(reader[0].line());
                }

                @Override
                public void end() {}
            });
        } catch (IOException e) {
            Matcher message = MESSAGE.matcher(String.valueOf(e.getMessage()));
            boolean known = message.matches();
            wrong(
                    known && message.group(1) != null ? Long.parseLong(message.group(1)) : 1,
                    known ? message.group(2) : String.valueOf(e.getMessage()));
        }
        List<TestRows.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(new TestRows.Row(
                    place(lines.get(i)),
                    values.get(i).stream().map(CsvBlock::cell).toList()));
        }
        return right ? Optional.of(new TestRows.Listed(block.place(), reader[0].names(), rows)) : Optional.empty();
    }

    private Place place(long line) {
        boolean first = line == 1 || !block.exactLines();
        return first ? block.place() : block.place().atLine((int) (block.firstLine() + line - 1));
    }

    private void wrong(long line, String what) {
        right = false;
        problems.add(Problem.error(place(line), what)
                .hint("these rows are csv, and the first line has the names of the columns"));
    }

    static Cell cell(Value value) {
        return value instanceof Value.Str str ? new Cell(typed(str), str) : Cell.of(value);
    }

    private static Value typed(Value.Str text) {
        if (BARE.matcher(text.toString()).matches()) {
            Bytes value = new Bytes(16);
            if (JsonText.write(text.bytes(), new ValueWriter(value))) {
                return ValueCodec.readRow(value.array(), 0, value.length()).get(0);
            }
        }
        return text;
    }
}
