package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RandomRows;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again. */
class RoundTripTest {

    private static final String[] TEXTS = {
        "", "a", " ", "\t", "\n", "\r", "\r\n", "\"", "\"\"", ",", ";", "\\", "é", "\u00ff", "\ufeff", "\0", "nil", "#"
    };

    private final Random random = new Random(7);

    private static byte[] row(List<Value> values) {
        Bytes row = new Bytes(64);
        ValueWriter writer = new ValueWriter(row);
        values.forEach(value -> ValueCodec.write(value, writer));
        return row.copy();
    }

    private Value text(Charset encoding) {
        if (random.nextInt(5) == 0) {
            return new Value.Nil();
        }
        if (random.nextInt(10) == 0 && encoding.equals(StandardCharsets.UTF_8)) {
            byte[] bytes = new byte[random.nextInt(4)];
            random.nextBytes(bytes);
            return new Value.Str(bytes);
        }
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        String whole = text.toString();
        return Value.Str.of(encoding.equals(StandardCharsets.ISO_8859_1) ? whole.replace("\ufeff", "") : whole);
    }

    /** Writes the rows that can be written, and remembers them. */
    private static byte[] write(FileFormat format, List<String> names, List<byte[]> rows, List<byte[]> written)
            throws IOException {
        RowFormat writer = Formats.writer(format, names);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(writer.head());
        RowsOutput part = new RowsOutput(out, writer);
        for (byte[] row : rows) {
            if (part.write(row, 0, row.length).isEmpty()) {
                written.add(row);
            }
        }
        part.close();
        out.write(writer.tail());
        return out.toByteArray();
    }

    /** Arrays that compare by their content. */
    private static List<String> chars(List<byte[]> rows) {
        return rows.stream()
                .map(row -> new String(row, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<byte[]> read(FileFormat format, byte[] file) throws IOException {
        List<byte[]> rows = new ArrayList<>();
        Formats.reader(format, List.of(), Rows.LONGEST)
                .read(new ByteArrayInputStream(file), RowPlace.whole("x"), new RowSink() {
                    @Override
                    public void row(byte[] bytes, int start, int end) {
                        rows.add(Arrays.copyOfRange(bytes, start, end));
                    }

                    @Override
                    public void end() {}
                });
        return rows;
    }

    private void textsComeBack(Kind kind, char separator, Charset encoding) throws IOException {
        FileFormat format = new FileFormat(kind, separator, encoding, List.of(), List.of());
        int seen = 0;
        for (int i = 0; i < 300; i++) {
            List<String> names = List.of("a", "b", "\u00e9,\"").subList(0, 1 + random.nextInt(3));
            List<byte[]> rows = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                List<Value> values = new ArrayList<>();
                names.forEach(name -> values.add(text(encoding)));
                rows.add(row(values));
            }
            List<byte[]> written = new ArrayList<>();
            byte[] file = write(format, names, rows, written);
            assertThat(chars(read(format, file))).as(new String(file, encoding)).isEqualTo(chars(written));
            seen += written.size();
        }
        assertThat(seen).isGreaterThan(200);
    }

    @Test
    void textsInCsvComeBackByteForByte() throws IOException {
        textsComeBack(Kind.CSV, ',', StandardCharsets.UTF_8);
        textsComeBack(Kind.CSV, ';', StandardCharsets.ISO_8859_1);
        textsComeBack(Kind.CSV, '\t', StandardCharsets.UTF_16);
        textsComeBack(Kind.CSV, '|', StandardCharsets.UTF_16LE);
    }

    @Test
    void textsInJsonComeBackByteForByte() throws IOException {
        textsComeBack(Kind.JSON, ',', StandardCharsets.UTF_8);
        textsComeBack(Kind.JSONL, ',', StandardCharsets.UTF_8);
        textsComeBack(Kind.JSONL, ',', StandardCharsets.UTF_16);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CSV", "TSV", "JSON", "JSONL"})
    void whatAnyValuesBecomeIsWrittenTheSameWayAgain(Kind kind) throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            boolean named = seed % 2 == 0 || kind == Kind.CSV || kind == Kind.TSV;
            List<String> names = named ? List.of("a", "b", "c") : List.of();
            List<byte[]> rows = new RandomRows(seed)
                    .rows(20, 3).stream().map(RoundTripTest::row).toList();
            FileFormat format = FileFormat.of(kind);
            List<byte[]> written = new ArrayList<>();
            byte[] file = write(format, names, rows, written);
            List<byte[]> again = new ArrayList<>();
            assertThat(write(format, names, read(format, file), again)).isEqualTo(file);
            assertThat(again).hasSameSizeAs(written);
        }
    }

    @Test
    void framesComeBackByteForByte() throws IOException {
        FileFormat format = FileFormat.of(Kind.MSGPACK);
        List<byte[]> rows =
                new RandomRows(1).rows(1000, 3).stream().map(RoundTripTest::row).toList();
        List<byte[]> written = new ArrayList<>();
        byte[] file = write(format, List.of("a", "b", "c"), rows, written);
        assertThat(chars(read(format, file))).isEqualTo(chars(rows));
        assertThat(written).hasSize(1000);
    }

    @Test
    void fixedWidthsComeBack() throws IOException {
        FileFormat format =
                new FileFormat(Kind.FIXED, ',', StandardCharsets.ISO_8859_1, List.of("a", "b"), List.of(3, 2));
        List<byte[]> rows = List.of(
                row(List.of(Value.Str.of("éüx"), new Value.Nil())),
                row(List.of(new Value.Nil(), new Value.Nil())),
                row(List.of(Value.Str.of("a b"), Value.Str.of("\u00ff"))));
        List<byte[]> written = new ArrayList<>();
        byte[] file = write(format, List.of("a", "b"), rows, written);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).isEqualTo("éüx  \n     \na b\u00ff \n");
        assertThat(chars(read(format, file))).isEqualTo(chars(rows));
    }
}
