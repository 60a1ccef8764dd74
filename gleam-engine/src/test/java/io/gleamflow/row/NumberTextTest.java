package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"9.95", "-9.95", "0.15", "77.05", "1.1", "0.000123", "1234567.891", "0.1", "2.675", "1e-07"})
    void numbersAreWrittenAsPeopleWriteThem(String text) {
        assertThat(NumberText.of(Double.parseDouble(text))).isEqualTo(text);
    }

    @Test
    void noAmountOfMoneyEndsInAZeroBehindThePoint() {
        for (int cents = -2_000_000; cents <= 2_000_000; cents++) {
            if (cents % 100 != 0) {
                String expected =
                        BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
                assertThat(NumberText.of(Double.parseDouble(expected))).isEqualTo(expected);
            }
        }
    }

    @Test
    void decimalsOfAnyNumberReadBackAndHaveNoZeroAtTheEnd() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double v = (random.nextInt(2_000_000_000) - 1_000_000_000) / Math.pow(10, random.nextInt(12));
            String text = NumberText.of(v);
            assertThat(Double.parseDouble(text)).isEqualTo(v);
            assertThat(text).doesNotMatch(".*\\.\\d*0");
        }
    }
}
