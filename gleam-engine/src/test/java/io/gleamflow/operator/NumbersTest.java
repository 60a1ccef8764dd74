package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts are numbers, and which. */
class NumbersTest {

    private static final String WHOLE = "[-+]?[0-9]+";
    private static final String DECIMAL = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private static String read(String text, boolean whole) {
        Bytes bytes = new Bytes(16);
        ValueWriter out = new ValueWriter(bytes);
        boolean is = whole ? Numbers.integer(text, out) : Numbers.number(text, out);
        return is ? ValueCodec.readRow(bytes.array(), 0, bytes.length()).toString() : "none";
    }

    private static String real(double value) {
        Bytes bytes = new Bytes(16);
        new ValueWriter(bytes).number(value);
        return ValueCodec.readRow(bytes.array(), 0, bytes.length()).toString();
    }

    private static String expected(String text, boolean whole) {
        if (!text.matches(WHOLE)) {
            return whole || !text.matches(DECIMAL) ? "none" : real(Double.parseDouble(text));
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Long.SIZE || !whole && value.signum() > 0 && value.compareTo(TWO_TO_64) < 0) {
            return "[" + value + "]";
        }
        double nearest = new BigDecimal(value).doubleValue();
        return whole || Double.isInfinite(nearest) ? "none" : real(nearest);
    }

    private static void agrees(String text) {
        for (boolean whole : new boolean[] {true, false}) {
            assertThat(read(text, whole)).as("%s, whole: %s", text, whole).isEqualTo(expected(text, whole));
        }
    }

    @Test
    void shortTextsAreNumbersWhenTheExpressionsSaySo() {
        String[] parts = {"0", "7", "-", "+", ".", "e", "E", " ", "\n", "\u0661", "x"};
        int texts = 0;
        for (int length = 0; length <= 5; length++) {
            for (int i = 0; i < Math.pow(parts.length, length); i++) {
                StringBuilder text = new StringBuilder();
                for (int j = 0, rest = i; j < length; j++, rest /= parts.length) {
                    text.append(parts[rest % parts.length]);
                }
                agrees(text.toString());
                texts++;
            }
        }
        assertThat(texts).isGreaterThan(100_000);
    }

    @Test
    void longTextsAreTheNumbersThatBigIntegersAndDoublesAre() {
        Random random = new Random(20261124);
        String[] signs = {"", "-", "+"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(signs[random.nextInt(3)]).append("0".repeat(random.nextInt(3)));
            for (int j = random.nextInt(4) == 0 ? random.nextInt(330) : 17 + random.nextInt(6); j > 0; j--) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            agrees(text.toString());
            agrees(text + "." + random.nextInt(1000) + (random.nextBoolean() ? "e" + (random.nextInt(700) - 350) : ""));
        }
    }

    @Test
    void numbersAroundTheLimitsAreExactOrTheNearestDouble() {
        for (int bits : new int[] {53, 63, 64, 65, 66, 128, 1024}) {
            for (int i = -300; i <= 300; i++) {
                BigInteger value = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(i));
                agrees(value.toString());
                agrees("+000" + value);
                agrees(value.negate().toString());
            }
        }
        for (BigInteger multiple = TWO_TO_64;
                multiple.bitLength() < 80;
                multiple = multiple.add(TWO_TO_64.shiftLeft(5))) {
            agrees(multiple.add(BigInteger.TEN.pow(19)).toString());
            agrees(multiple.subtract(BigInteger.ONE).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "18446744073709551615, [18446744073709551615]",
        "+0018446744073709551615, [18446744073709551615]",
        "9223372036854775808, [9223372036854775808]",
        "18446744073709551616, [1.8446744073709552e+19]",
        "-9223372036854775808, [-9223372036854775808]",
        "-9223372036854775809, [-9.223372036854776e+18]",
        "-0, [0]",
        ".5, [0.5]",
        "5., [5]",
        "0x10, none",
        "1f, none",
        "NaN, none",
        "., none",
        "1e, none",
        "-, none",
    })
    void numbersAreWhatTheyLookLike(String text, String value) {
        assertThat(read(text, false)).isEqualTo(value);
    }
}
