package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableDifferentialTest {

    @Test
    void keysHaveTheNumbersAMapGivesThem() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            KeyTable table = new KeyTable();
            for (int round = 0; round < 3; round++) {
                Map<String, Integer> numbers = new HashMap<>();
                int different = 1 << random.nextInt(18);
                for (int i = 0; i < 40_000; i++) {
                    byte[] key = key(random.nextInt(different), seed % 4);
                    int start = random.nextInt(3);
                    byte[] around = new byte[start + key.length + 2];
                    System.arraycopy(key, 0, around, start, key.length);

                    int expected = numbers.computeIfAbsent(text(key), never -> numbers.size());

                    assertThat(table.number(around, start, start + key.length)).isEqualTo(expected);
                }
                assertThat(table.size()).isEqualTo(numbers.size());
                numbers.forEach(
                        (key, number) -> assertThat(stored(table, number)).isEqualTo(key));
                table.clear();
                assertThat(table.size()).isZero();
            }
        }
    }

    /** Keys of every length, from none to many words, that differ at their ends, beginnings or everywhere. */
    private static byte[] key(int number, int shape) {
        byte[] digits = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
        return switch (shape) {
            case 0 -> number == 0 ? new byte[0] : digits;
            case 1 -> Arrays.copyOf(digits, 8 + number % 30);
            case 2 -> Arrays.copyOf(digits, 20);
            default -> new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
        };
    }

    private static String stored(KeyTable table, int number) {
        return text(Arrays.copyOfRange(table.bytes(), table.start(number), table.end(number)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
