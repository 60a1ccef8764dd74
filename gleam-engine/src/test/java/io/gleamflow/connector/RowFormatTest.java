package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFormatTest {

    @TempDir
    Path directory;

    private static byte[] row(Value... values) {
        Bytes row = new Bytes(64);
        ValueWriter writer = new ValueWriter(row);
        for (Value value : values) {
            ValueCodec.write(value, writer);
        }
        return row.copy();
    }

    private static Value map() {
        Map<Value, Value> entries = new LinkedHashMap<>();
        entries.put(Value.Str.of("z"), new Value.Int(1));
        entries.put(Value.Str.of("a"), new Value.ListOf(List.of(new Value.Real(0.5), new Value.Nil())));
        entries.put(new Value.Int(7), Value.Str.of("é\n"));
        return new Value.MapOf(entries);
    }

    /** The text of a row, or what is wrong with it. */
    private static String written(FileFormat format, List<String> names, Value... values) throws IOException {
        Bytes out = new Bytes(64);
        byte[] row = row(values);
        String wrong = Formats.writer(format, names).append(row, 0, row.length, out);
        return wrong.isEmpty() ? new String(out.copy(), StandardCharsets.UTF_8) : wrong;
    }

    private static String written(Kind kind, List<String> names, Value... values) throws IOException {
        return written(FileFormat.of(kind), names, values);
    }

    @Test
    void csvQuotesOnlyWhatNeedsIt() throws IOException {
        assertThat(written(
                        Kind.CSV,
                        List.of(),
                        Value.Str.of(" a b "),
                        Value.Str.of("x,y"),
                        Value.Str.of(""),
                        new Value.Nil(),
                        new Value.Real(2.50),
                        map()))
                .isEqualTo(" a b ,\"x,y\",\"\",,2.5,\"{\"\"7\"\":\"\"é\\n\"\",\"\"a\"\":[0.5,null],\"\"z\"\":1}\"\n");
    }

    @Test
    void jsonHasObjectsListsOrTheValueItself() throws IOException {
        assertThat(written(Kind.JSONL, List.of("b", "a"), new Value.Int(1), new Value.Nil()))
                .isEqualTo("{\"b\":1,\"a\":null}\n");
        assertThat(written(Kind.JSONL, List.of(), new Value.Int(1), Value.Str.of("\u0001\"")))
                .isEqualTo("[1,\"\\u0001\\\"\"]\n");
        assertThat(written(Kind.JSONL, List.of(), map())).isEqualTo("{\"7\":\"é\\n\",\"a\":[0.5,null],\"z\":1}\n");
        assertThat(written(Kind.JSONL, List.of(), new Value.ListOf(List.of()))).isEqualTo("[[]]\n");
    }

    @Test
    void whatAFormatCannotHoldIsSaid() throws IOException {
        Value broken = new Value.Str(new byte[] {'a', (byte) 0xff});
        assertThat(written(Kind.JSONL, List.of("a"), broken)).isEqualTo("column a is text that is no UTF-8");
        assertThat(written(Kind.JSON, List.of(), new Value.Real(Double.NaN)))
                .isEqualTo("column 1 is NaN, which JSON does not have");
        assertThat(written(Kind.JSON, List.of(), new Value.Real(Double.NEGATIVE_INFINITY)))
                .isEqualTo("column 1 is infinite, which JSON does not have");
        assertThat(written(Kind.TSV, List.of("a", "b"), new Value.Nil(), Value.Str.of("x\ty")))
                .isEqualTo(
                        "column b has a tab or line end in it, so the line could not be read again; csv can hold it");
        for (Kind kind : List.of(Kind.CSV, Kind.TSV, Kind.JSON, Kind.JSONL)) {
            assertThat(written(kind, List.of("a", "b"), new Value.Nil()))
                    .isEqualTo("the row has 1 column, the names are a, b");
            assertThat(written(kind, List.of())).isEqualTo("the row has no columns");
        }
        assertThat(written(Kind.MSGPACK, List.of())).isEqualTo("the row has no columns");
        FileFormat fixed = new FileFormat(Kind.FIXED, ',', StandardCharsets.UTF_8, List.of("a"), List.of(2));
        assertThat(written(fixed, List.of("a"), Value.Str.of("abc")))
                .isEqualTo("column a has 3 characters, its width is 2");
        assertThat(written(fixed, List.of("a"), Value.Str.of("a\n"))).isEqualTo("column a has a line end in it");
    }

    @Test
    void characterThatTheEncodingDoesNotHaveIsNamed() throws IOException {
        FileFormat latin = new FileFormat(Kind.CSV, ',', StandardCharsets.ISO_8859_1, List.of(), List.of());
        assertThat(written(latin, List.of(), Value.Str.of("aé\u20ac")))
                .isEqualTo("the character \u20ac (U+20AC) is none of ISO-8859-1");
        assertThat(written(latin, List.of(), new Value.Str(new byte[] {(byte) 0xff})))
                .isEqualTo("there are bytes that are no UTF-8, which cannot become ISO-8859-1");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Formats.writer(latin, List.of("\u20ac")))
                .withMessage("the names of the columns: the character \u20ac (U+20AC) is none of ISO-8859-1");
    }

    @Test
    void valuesNestedTooDeeplyAreRefused() throws IOException {
        byte[] row = new byte[1_000_000];
        Arrays.fill(row, (byte) 0x91);
        row[row.length - 1] = 1;
        for (Kind kind : List.of(Kind.CSV, Kind.TSV, Kind.JSON, Kind.JSONL)) {
            assertThat(Formats.writer(FileFormat.of(kind), List.of()).append(row, 0, row.length, new Bytes(64)))
                    .isEqualTo("column 1 is nested more than 128 deep");
        }
    }

    @Test
    void partsJoinedAreTheFileOfOnePart() throws IOException {
        for (Kind kind : List.of(Kind.CSV, Kind.TSV, Kind.JSON, Kind.JSONL, Kind.MSGPACK, Kind.TEXT)) {
            String whole = joined(kind, 4);
            assertThat(joined(kind, 0, 1, 0, 2, 1, 0)).isEqualTo(whole);
            assertThat(joined(kind, 3, 1)).isEqualTo(whole);
        }
        assertThat(joined(Kind.JSON, 2)).isEqualTo("[\n{\"a\":0},\n{\"a\":1}\n]\n");
        assertThat(joined(Kind.JSON, 0, 0)).isEqualTo("[\n]\n");
        assertThat(joined(Kind.CSV, 0)).isEqualTo("a\n");
    }

    private String joined(Kind kind, int... counts) throws IOException {
        RowFormat format = Formats.writer(FileFormat.of(kind), List.of("a"));
        List<RowsOutput.Part> parts = new ArrayList<>();
        int n = 0;
        for (int count : counts) {
            Path file = Files.createTempFile(directory, "part", "");
            RowsOutput output = new RowsOutput(Files.newOutputStream(file), format);
            for (int i = 0; i < count; i++) {
                byte[] row = row(new Value.Int(n++));
                assertThat(output.write(row, 0, row.length)).isEmpty();
            }
            output.close();
            parts.add(new RowsOutput.Part(file, output.rows()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsOutput.join(format, parts, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
