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

class JsonRowsTest {

    private static final FileFormat JSON = FileFormat.of(Kind.JSON);
    private static final FileFormat JSONL = FileFormat.of(Kind.JSONL);

    private static void refuses(FileFormat format, String file, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(format, file))
                .withMessage(message);
    }

    @Test
    void objectsAreRowsWithTheColumnsOfTheFirst() throws IOException {
        assertThat(Rows.of(JSON, "[{\"a\":1,\"b\":\"x\"},{\"b\":null},{\"b\":true,\"a\":[1,{\"k\":\"\"}]}]"))
                .containsExactly(List.of("1", "'x'"), List.of("nil", "nil"), List.of("[1,{\"k\":\"\"}]", "true"));
        assertThat(Rows.of(JSONL, "{\"a\":1}\n\n  \r\n{}\n{\"a\":2}"))
                .containsExactly(List.of("1"), List.of("nil"), List.of("2"));
    }

    @Test
    void listsAreRowsOfSeveralColumnsAndScalarsOfOne() throws IOException {
        assertThat(Rows.of(JSON, "[[1,2],[3],\"x\",null]"))
                .containsExactly(List.of("1", "2"), List.of("3"), List.of("'x'"), List.of("nil"));
    }

    @Test
    void oneObjectIsOneRow() throws IOException {
        assertThat(Rows.of(JSON, "{\"a\":1,\n\"b\":2}\n")).containsExactly(List.of("1", "2"));
    }

    @Test
    void givenColumnsNameKeysAndPositions() throws IOException {
        FileFormat columns = new FileFormat(Kind.JSONL, ',', StandardCharsets.UTF_8, List.of("b", "a"), List.of());
        assertThat(Rows.of(columns, "{\"a\":1}\n[3,4]")).containsExactly(List.of("nil", "1"), List.of("3", "4"));
        refuses(columns, "[1]", "x, line 1: 1 value for the columns b, a");
    }

    @Test
    void numbersAreExactAsFarAsTheyFit() throws IOException {
        assertThat(Rows.of(
                        JSONL,
                        "9223372036854775807\n-9223372036854775808\n18446744073709551615\n18446744073709551616\n"
                                + "0.1\n1e3\n-1.5e-7\n5e-324\n123456789012345678901234567890"))
                .containsExactly(
                        List.of("9223372036854775807"),
                        List.of("-9223372036854775808"),
                        List.of("18446744073709551615"),
                        List.of("1.8446744073709552e+19"),
                        List.of("0.1"),
                        List.of("1000"),
                        List.of("-1.5e-07"),
                        List.of("5e-324"),
                        List.of("1.2345678901234568e+29"));
        refuses(JSONL, "1e400", "x, line 1: a number is too large");
        refuses(JSONL, "9".repeat(400), "x, line 1: a number is too large");
    }

    @Test
    void textIsUtf8() throws IOException {
        assertThat(Rows.of(JSONL, "\"\\u00e9é\\ud83d\\ude00\\u0000\""))
                .containsExactly(List.of("'\u00c3\u00a9\u00c3\u00a9\u00f0\u009f\u0098\u0080\0'"));
        refuses(JSONL, "\"\\ud83d\"", "x, line 1: a text has one half of a pair of surrogates, which is no character");
    }

    @Test
    void badRowsAreRefusedAtTheirLine() {
        refuses(JSON, "[{\"a\":1},\n{\"b\":1}]", "x, line 2: the key b is none of the columns a");
        refuses(JSON, "[1,\n\n{\"b\":1}]", "x, line 3: an object; the values before have no names");
        refuses(JSON, "[{}]", "x, line 1: the first object has no keys, so the columns have no names");
        refuses(JSON, "[\n[]]", "x, line 2: an empty list is no row");
        refuses(JSON, "", "x is empty; a list or an object must be there");
        refuses(JSON, "12", "x, line 1: neither a list nor an object");
        refuses(
                JSON,
                "{\"a\":1}\n{\"a\":2}",
                "x, line 2: another value behind the first; a file with a value a line is" + " `format: jsonl`");
        refuses(JSONL, "1\n2 3", "x, line 2: another value in the same line");
    }

    @Test
    void equalKeysAreRefusedAtEveryDepth() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(JSONL, "{\"a\":1,\"a\":2}"))
                .withMessageStartingWith("x, line 1: no JSON: Duplicate");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(JSON, "[\n1,\n[{\"a\":1,\"a\":2}]]"))
                .withMessageStartingWith("x, line 3: no JSON: Duplicate");
    }

    @Test
    void nestingHasALimit() throws IOException {
        assertThat(Rows.of(JSONL, "[" + "[".repeat(128) + "]".repeat(128) + "]"))
                .hasSize(1);
        refuses(JSONL, "[".repeat(100_000), "x, line 1: values are nested more than 130 deep");
        refuses(JSON, "[\n" + "{\"a\":".repeat(100_000), "x, line 2: values are nested more than 130 deep");
    }

    @Test
    void valuesThatAreTooLongAreRefused() {
        for (String value : List.of("\"" + "x".repeat(3000) + "\"", "[" + "1,".repeat(3000) + "1]")) {
            for (Kind kind : List.of(Kind.JSON, Kind.JSONL)) {
                byte[] file = ("[\n" + value + "]")
                        .substring(kind == Kind.JSON ? 0 : 1)
                        .getBytes(StandardCharsets.UTF_8);
                assertThatExceptionOfType(SourceException.class)
                        .isThrownBy(() -> Formats.reader(FileFormat.of(kind), List.of(), 2000)
                                .read(new ByteArrayInputStream(file), RowPlace.whole("x"), new Rows()))
                        .withMessage("x, line 2: the row is longer than the 2000 bytes a row may have");
            }
        }
    }

    @Test
    void theMarkAndOtherEncodingsAreUnderstood() throws IOException {
        FileFormat wide = new FileFormat(Kind.JSON, ',', StandardCharsets.UTF_16, List.of(), List.of());
        assertThat(Rows.of(wide, List.of(), "[\"é\"]".getBytes(StandardCharsets.UTF_16)))
                .containsExactly(List.of("'\u00c3\u00a9'"));
        assertThat(Rows.of(JSONL, "\ufeff1\n2")).containsExactly(List.of("1"), List.of("2"));
    }
}
