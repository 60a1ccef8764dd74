package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

    @Test
    void findsWhatALoopFinds() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int j = 0; j < bytes.length; j++) {
                // near the wanted byte on both sides, and those that carry into their neighbours
                bytes[j] = (byte) (random.nextInt(4) + (random.nextBoolean() ? 0x7f : -1));
            }
            int start = random.nextInt(bytes.length + 1);
            int end = start + random.nextInt(bytes.length - start + 1);
            byte wanted = (byte) (random.nextInt(3) + (random.nextBoolean() ? 0x7f : 0));

            assertThat(ByteSearch.indexOf(bytes, start, end, wanted)).isEqualTo(loop(bytes, start, end, wanted));
            assertThat(ByteSearch.count(bytes, start, end, wanted)).isEqualTo(counted(bytes, start, end, wanted));
            assertThat(ByteSearch.contains(bytes, start, end, wanted)).isEqualTo(loop(bytes, start, end, wanted) >= 0);
            assertThat(ByteSearch.lastIndexOf(bytes, start, end, wanted)).isEqualTo(last(bytes, start, end, wanted));
        }
    }

    @Test
    void countsMoreThanAWordOfCountsHolds() {
        byte[] bytes = new byte[10_000];
        Arrays.fill(bytes, (byte) '\n');
        for (int end = 0; end <= bytes.length; end += 7) {
            assertThat(ByteSearch.count(bytes, 0, end, (byte) '\n')).isEqualTo(end);
        }
        assertThat(ByteSearch.contains(bytes, 0, bytes.length, (byte) '\r')).isFalse();
        bytes[9_000] = '\r';
        assertThat(ByteSearch.contains(bytes, 3, bytes.length, (byte) '\r')).isTrue();
        assertThat(ByteSearch.contains(bytes, 3, 9_000, (byte) '\r')).isFalse();
    }

    private static int last(byte[] bytes, int start, int end, byte wanted) {
        return IntStream.range(start, end).filter(i -> bytes[i] == wanted).max().orElse(-1);
    }

    private static long counted(byte[] bytes, int start, int end, byte wanted) {
        return IntStream.range(start, end).filter(i -> bytes[i] == wanted).count();
    }

    private static int loop(byte[] bytes, int start, int end, byte wanted) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
