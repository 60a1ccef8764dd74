package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.wire.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static String read(byte[] json) {
        Bytes out = new Bytes(16);
        return JsonText.write(json, new ValueWriter(out))
                ? ValueCodec.readRow(out.array(), 0, out.length()).toString()
                : "no";
    }

    private static String read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|[nil]",
                "true|[true]",
                "' [ ] '|[[]]",
                "{}|[{}]",
                "[1, -1, 0, -0, 1.5, 1e2, 1E-2]|[[1, -1, 0, 0, 1.5, 100, 0.01]]",
                "9223372036854775807|[9223372036854775807]",
                "-9223372036854775808|[-9223372036854775808]",
                "18446744073709551615|[18446744073709551615]",
                "18446744073709551616|[1.8446744073709552e+19]",
                "{\"b\": 1, \"a\": {\"b\": [null]}, \"b\": 2}|[{a={b=[nil]}, b=2}]",
                "\"\\u00e9\\n\\/\\ud83d\\ude00é\"|'[é\n/\uD83D\uDE00é]'",
            })
    void isReadExactly(String json, String value) {
        assertThat(read(json)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "truex",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{a: 1}",
                "{\"a\" 1}",
                "[1 2]",
                "1 2",
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e999",
                "0x1",
                "NaN",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "\"a\tb\"",
                "[",
                "{",
                "]",
                "// x",
                "[1]]",
                "\"\\u١٢٣٤\""
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(read(text)).isEqualTo("no");
    }

    @Test
    void depthIsLimitedAndBytesMustBeUtf8() {
        assertThat(read("[".repeat(128) + "]".repeat(128))).startsWith("[[[");
        assertThat(read("[".repeat(130) + "]".repeat(130))).isEqualTo("no");
        assertThat(read("[".repeat(1_000_000))).isEqualTo("no");
        assertThat(read(new byte[] {'"', (byte) 0xc3, '"'})).isEqualTo("no");
        assertThat(read(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '1'}))
                .isEqualTo("no");
    }

    @Test
    void whateverComesItEndsAndSpoilsNothing() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:\\u0123eE+-.truefalsn \u00e9";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String value = read(text.toString());
            assertThat(value).isNotEmpty();
        }
    }
}
