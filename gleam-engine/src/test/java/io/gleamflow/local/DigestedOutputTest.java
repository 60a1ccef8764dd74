package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DigestedOutputTest {

    private final Random random = new Random(3);

    @Test
    void theSumIsThatOfWhatHasBeenWritten() throws Exception {
        for (int size : new int[] {0, 1, 5000, 4 << 20, (4 << 20) + 1, 9_000_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DigestedOutput out = new DigestedOutput(file);
            writeInPieces(bytes, out);
            out.close();

            assertThat(out.sum()).isEqualTo(sha256(bytes));
            assertThat(Arrays.equals(file.toByteArray(), bytes)).isTrue();
        }
    }

    @Test
    void aFileThatTakesNoMoreIsToldAtOnceAndTheThreadEnds() throws Exception {
        DigestedOutput out = new DigestedOutput(new OutputStream() {
            private long room = 6 << 20;

            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                room -= length;
                if (room < 0) {
                    throw new IOException("No space left on device");
                }
            }
        });

        assertThatIOException()
                .isThrownBy(() -> writeInPieces(new byte[8 << 20], out))
                .withMessage("No space left on device");
        out.close();
        out.close();

        out.sum();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("gleam-digest"));
    }

    @Test
    void anInterruptionNeitherEndsNorSpoilsIt() throws Exception {
        byte[] bytes = new byte[7 << 20];
        random.nextBytes(bytes);
        DigestedOutput out = new DigestedOutput(new ByteArrayOutputStream());
        Thread.currentThread().interrupt();
        out.write(bytes, 0, bytes.length);
        out.close();

        assertThat(out.sum()).isEqualTo(sha256(bytes));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void writeInPieces(byte[] bytes, OutputStream out) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, random.nextInt(random.nextBoolean() ? 10 : 400_000));
            if (count == 1) {
                out.write(bytes[at]);
            } else {
                out.write(bytes, at, count);
            }
            at += count;
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
