package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;

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
        }
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
