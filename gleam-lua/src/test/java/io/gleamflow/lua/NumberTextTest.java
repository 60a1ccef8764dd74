package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-17, -17",
        "0.1, 0.1",
        "0.33333333333333331, 0.33333333333333",
        "100000000000000, 1e+14",
        "99999999999999, 99999999999999",
        "1e15, 1e+15",
        "1e100, 1e+100",
        "1e-5, 1e-05",
        "0.0001, 0.0001",
        "9007199254740992, 9.007199254741e+15",
        "4.9e-324, 4.9406564584125e-324",
        "1.7976931348623157e308, 1.7976931348623e+308",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, nan",
    })
    void numbersAreWrittenWithFourteenDigits(double number, String text) {
        assertThat(NumberText.of(number)).isEqualTo(text);
    }

    @Test
    void textFitsTheBufferItIsSaidToFit() {
        byte[] buffer = new byte[NumberText.LONGEST];
        int length = NumberText.write(-1.2345678901234e-308, buffer, 0);
        assertThat(new String(buffer, 0, length, StandardCharsets.ISO_8859_1)).isEqualTo("-1.2345678901234e-308");
    }

    @Test
    void theQuickWayAgreesWithTheExactWay() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double v = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 18);
            BigDecimal rounded = new BigDecimal(v).round(new MathContext(14, RoundingMode.HALF_UP));
            assertThat(new BigDecimal(NumberText.of(v))).isEqualByComparingTo(rounded);
        }
    }
}
