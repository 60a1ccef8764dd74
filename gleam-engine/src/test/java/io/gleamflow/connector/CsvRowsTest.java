package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.RowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static final FileFormat CSV = FileFormat.of(Kind.CSV);

    private static FileFormat columns(String... names) {
        return new FileFormat(Kind.CSV, ',', StandardCharsets.UTF_8, List.of(names), List.of());
    }

    private static void refuses(String file, String message) {
        refuses(CSV, file, message);
    }

    private static void refuses(FileFormat format, String file, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(format, file))
                .withMessage(message);
    }

    @Test
    void unquotedEmptyIsNilAndQuotedEmptyIsText() throws IOException {
        assertThat(Rows.of(CSV, "a,b,c\n,\"\",x\n")).containsExactly(List.of("nil", "''", "'x'"));
    }

    @Test
    void lineEndsWithinQuotesStayAsTheyAre() throws IOException {
        assertThat(Rows.of(CSV, "a,b\r\n\"x\r\ny\",\"p\"\"q\nr\"\r\n"))
                .containsExactly(List.of("'x\r\ny'", "'p\"q\nr'"));
    }

    @Test
    void theMarkIsDroppedAndBytesThatAreNoUtf8Stay() throws IOException {
        byte[] file = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', '\n', (byte) 0xff, (byte) 0xc3, '\n'};
        assertThat(Rows.of(CSV, List.of("a"), file)).containsExactly(List.of("'\u00ff\u00c3'"));
    }

    @Test
    void latin1AndUtf16BecomeUtf8() throws IOException {
        for (var encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            FileFormat format = new FileFormat(Kind.CSV, ';', encoding, List.of(), List.of());
            assertThat(Rows.of(format, List.of("é"), "é\nä\n".getBytes(encoding)))
                    .containsExactly(List.of("'\u00c3\u00a4'"));
        }
    }

    @Test
    void bytesThatTheEncodingDoesNotHaveAreRefused() {
        FileFormat format = new FileFormat(Kind.CSV, ',', StandardCharsets.UTF_16BE, List.of(), List.of());
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(format, List.of(), new byte[] {0, 'a', 0, '\n', (byte) 0xdc, 0, 0, 'x'}))
                .withMessage("x: the bytes at 4 are no UTF-16BE");
    }

    @Test
    void anEmptyLineIsARowOnlyOfOneColumn() throws IOException {
        assertThat(Rows.of(CSV, "a,b\n\n1,2\n\n")).containsExactly(List.of("'1'", "'2'"));
        assertThat(Rows.of(CSV, "a\n\n1\n\n")).containsExactly(List.of("nil"), List.of("'1'"), List.of("nil"));
    }

    @Test
    void columnsTakeThePlaceOfTheHeader() throws IOException {
        assertThat(Rows.of(columns("a", "b"), "1,2")).containsExactly(List.of("'1'", "'2'"));
        assertThat(Rows.of(columns("a", "b"), "")).isEmpty();
    }

    @Test
    void rowsOfTheWrongWidthAreRefusedAtTheirLine() {
        refuses("a,b\n\"1\n2\",3\n\n4\n", "x, line 5: 1 column, the header has 2");
        refuses("a,b\n1,2,3\n", "x, line 2: 3 columns, the header has 2");
        refuses(columns("a"), "1,2\n", "x, line 1: 2 columns, `columns` has 1");
    }

    @Test
    void badHeadersAreRefused() {
        refuses("a,b,a\n", "x, line 1: two columns of the header have the name a");
        refuses("a,,c\n", "x, line 1: column 2 of the header has no name");
        refuses("", "x is empty; a header with the names of the columns must be there");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(CSV, List.of("a", "b"), "a,c\n".getBytes(StandardCharsets.UTF_8)))
                .withMessage("x, line 1: the header is a, c; it must be a, b, as in the first file");
    }

    @Test
    void textBehindAClosingQuoteIsRefused() {
        refuses(
                "a,b\n1,2\n\"x\ny\",\"z\"z\n",
                "x, line 4: text behind a closing quote; a quote inside quotes is written twice");
    }

    @Test
    void aQuoteFurtherOnIsACharacter() throws IOException {
        assertThat(Rows.of(CSV, "a,b\nx\"y\"\"z,'\"'\n")).containsExactly(List.of("'x\"y\"\"z'", "''\"''"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWhereItWasOpened() {
        refuses("a,b\n1,2\n\"x\n\n\",\"3\n4\n5\n", "x, line 3: the quote opened in line 5 is never closed");
    }

    @Test
    void aQuoteThatIsNeverClosedInAnEndlessFileIsRefusedSoon() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("a,b\n1,\"\n".getBytes(StandardCharsets.UTF_8)), new Endless());
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(
                        () -> Formats.reader(CSV, List.of(), 1 << 20).read(endless, RowPlace.whole("x"), new Rows()))
                .withMessage("x, line 2: the quote opened in line 2 is never closed");
    }

    @Test
    void rowsThatAreTooLongAreRefused() {
        for (String row : List.of("x".repeat(3000), "x,".repeat(1500), "\"" + "\n".repeat(3000) + "\"")) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(() -> Formats.reader(CSV, List.of(), 2000)
                            .read(
                                    new ByteArrayInputStream(("a\n" + row).getBytes(StandardCharsets.UTF_8)),
                                    RowPlace.whole("x"),
                                    new Rows()))
                    .withMessage("x, line 2: the row is longer than the 2000 bytes a row may have");
        }
    }

    @Test
    void aCarriageReturnAndALaterNewlineInQuotesAreTwoLineEnds() {
        refuses("a,b\n\"1\r2\n3\",4\n5\n", "x, line 5: 1 column, the header has 2");
    }

    @Test
    void whatTheSinkThrowsComesOutAsItIs() {
        IllegalStateException mine = new IllegalStateException("mine");
        Rows sink = new Rows();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Formats.reader(CSV, List.of(), Rows.LONGEST)
                        .read(
                                new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)),
                                RowPlace.whole("x"),
                                new RowSink() {
                                    @Override
                                    public void row(byte[] bytes, int start, int end) {
                                        sink.row(bytes, start, end);
                                        throw mine;
                                    }

                                    @Override
                                    public void end() {}
                                }))
                .isSameAs(mine);
        assertThat(sink.rows).hasSize(1);
    }

    /** Lines that never end. */
    private static final class Endless extends InputStream {
        private int at;

        @Override
        public int read() {
            return at++ % 50 == 0 ? '\n' : 'x';
        }

        @Override
        public int read(byte[] to, int off, int len) {
            for (int i = 0; i < len; i++) {
                to[off + i] = (byte) read();
            }
            return len;
        }
    }
}
