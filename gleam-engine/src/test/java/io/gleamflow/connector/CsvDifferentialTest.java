package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a reader that looks at one character after the other. */
class CsvDifferentialTest {

    private static final String[] PIECES = {
        "a", ",", "\n", "\r\n", "\r", "\"", "\"\"", ",\"", "\",", "\"\n", "\n\"", " ", "xyz", ",,", "\n\n", "é"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void givesTheRowsOfASimpleReader(int width) throws IOException {
        FileFormat format = new FileFormat(
                Kind.CSV, ',', StandardCharsets.UTF_8, List.of("a", "b", "c").subList(0, width), List.of());
        Random random = new Random(width);
        int read = 0;
        for (int i = 0; i < 12_000; i++) {
            String text = text(random);
            List<List<String>> expected = rows(text, width);
            List<List<String>> actual = actual(format, text);
            assertThat(actual).as(text).isEqualTo(expected);
            read += actual.size();
        }
        assertThat(read).isGreaterThan(2_000);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int j = 0; j < pieces; j++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** The rows, and a last one that says "refused" when the file was. */
    private static List<List<String>> actual(FileFormat format, String text) throws IOException {
        Rows rows = new Rows();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Formats.reader(format, List.of(), Rows.LONGEST)
                    .read(new ByteArrayInputStream(bytes), RowPlace.whole("x"), rows);
        } catch (SourceException e) {
            rows.rows.add(List.of("refused"));
        }
        return rows.rows;
    }

    private static List<List<String>> rows(String text, int width) {
        String s = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<List<String>> rows = new ArrayList<>();
        int at = 0;
        while (at < s.length()) {
            List<String> row = new ArrayList<>();
            int start = at;
            boolean more = true;
            while (more) {
                StringBuilder field = new StringBuilder();
                boolean quoted = at < s.length() && s.charAt(at) == '"';
                if (quoted) {
                    at++;
                    while (true) {
                        int quote = s.indexOf('"', at);
                        if (quote < 0) {
                            rows.add(List.of("refused"));
                            return rows;
                        }
                        field.append(s, at, quote);
                        at = quote + 1;
                        if (at == s.length() || s.charAt(at) != '"') {
                            break;
                        }
                        field.append('"');
                        at++;
                    }
                } else {
                    while (at < s.length() && ",\r\n".indexOf(s.charAt(at)) < 0) {
                        field.append(s.charAt(at++));
                    }
                }
                row.add(!quoted && field.isEmpty() ? "nil" : "'" + field + "'");
                if (at < s.length() && ",\r\n".indexOf(s.charAt(at)) < 0) {
                    rows.add(List.of("refused"));
                    return rows;
                }
                more = at < s.length() && s.charAt(at) == ',';
                at += more ? 1 : 0;
            }
            boolean blank = at == start;
            at += s.startsWith("\r\n", at) ? 2 : at < s.length() ? 1 : 0;
            if (blank && width > 1) {
                continue;
            }
            if (row.size() != width) {
                rows.add(List.of("refused"));
                return rows;
            }
            rows.add(row);
        }
        return rows;
    }
}
