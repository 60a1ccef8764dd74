package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineRowsTest {

    private static final FileFormat TSV = FileFormat.of(Kind.TSV);
    private static final FileFormat TEXT = FileFormat.of(Kind.TEXT);
    private static final FileFormat FIXED =
            new FileFormat(Kind.FIXED, ',', StandardCharsets.UTF_8, List.of("id", "name"), List.of(3, 5));

    private static void refuses(FileFormat format, String file, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(format, file))
                .withMessage(message);
    }

    @Test
    void tabsDivideAndNothingIsNil() throws IOException {
        assertThat(Rows.of(TSV, "a\tb\r\n\"1\"\t\r\n\n\tx"))
                .containsExactly(List.of("'\"1\"'", "nil"), List.of("nil", "'x'"));
        assertThat(Rows.of(TSV, "a\n\n")).containsExactly(List.of("nil"));
    }

    @Test
    void tsvChecksHeadersAndWidths() {
        refuses(TSV, "a\ta\n", "x, line 1: two columns of the header have the name a");
        refuses(TSV, "a\tb\n1\n", "x, line 2: 1 column, the header has 2");
        refuses(TSV, "", "x is empty; a header with the names of the columns must be there");
    }

    @Test
    void textKeepsLonelyCarriageReturns() throws IOException {
        assertThat(Rows.of(TEXT, "a\rb\r\n\n\tc\r"))
                .containsExactly(List.of("'a\rb'"), List.of("''"), List.of("'\tc\r'"));
        FileFormat latin = new FileFormat(Kind.TEXT, ',', StandardCharsets.ISO_8859_1, List.of(), List.of());
        assertThat(Rows.of(latin, List.of(), new byte[] {(byte) 0xe9})).containsExactly(List.of("'\u00c3\u00a9'"));
    }

    @Test
    void linesThatAreTooLongAreRefused() {
        byte[] file = ("\n" + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Formats.reader(TEXT, List.of(), 2000)
                        .read(new ByteArrayInputStream(file), RowPlace.whole("x"), new Rows()))
                .withMessage("x, line 2: the row is longer than the 2000 bytes a row may have");
    }

    @Test
    void widthsCountCharacters() throws IOException {
        assertThat(Rows.of(FIXED, "ééé ab c   \n   \nüb\n1  \t x\t\n"))
                .containsExactly(
                        List.of("'\u00c3\u00a9\u00c3\u00a9\u00c3\u00a9'", "'ab c'"),
                        List.of("nil", "nil"),
                        List.of("'\u00c3\u00bcb'", "nil"),
                        List.of("'1'", "'x'"));
        refuses(FIXED, "\n12345678 9", "x, line 2: the line has 10 characters, the columns have 8");
    }
}
