package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.LineColumns;
import io.gleamflow.row.TextRows;
import io.gleamflow.row.ValueWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What programs print is the same text whether it is taken apart into rows, which are written, or not. */
class TextOfProgramsDifferentialTest {

    /** What came out, and why no more of it. */
    private record Written(String text, long rows, long lengths, String refusal) {}

    @Test
    void textGoesThroughAsTheLinesItHas() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 600; round++) {
            byte[] text = text(random).getBytes(StandardCharsets.ISO_8859_1);
            int longest = random.nextInt(4) == 0 ? 1 + random.nextInt(100_000) : Integer.MAX_VALUE / 2;
            long pauses = random.nextLong();

            for (LineColumns columns : LineColumns.values()) {
                assertThat(asText(new Halting(text, pauses), longest, columns))
                        .as("round %d, %s", round, columns)
                        .isEqualTo(asRows(new Halting(text, pauses), longest, columns));
            }
        }
    }

    /** Hostile bytes in lines of all lengths, more than buffers hold now and then, the last one without its end half of the times. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String[] ends = {"\n", "\n", "\r\n", "\r", "\n\n", "\0\n", "\t", "\t\n", "\t\t", "\u00ff\n", "\u008a\u000b\n"};
        int[] most = {3, 40, 300, 70_000};
        int bound = most[random.nextInt(most.length)];
        int lines = random.nextInt(bound > 1000 ? 12 : 400);
        for (int i = 0; i < lines; i++) {
            int length = bound > 1000 && random.nextInt(3) > 0 ? random.nextInt(30) : random.nextInt(bound);
            text.append("x".repeat(length)).append(ends[random.nextInt(ends.length)]);
        }
        if (random.nextInt(20) == 0) {
            text.append("y".repeat(500_000));
        }
        return text.append(random.nextBoolean() ? "\n" : "").toString();
    }

    /** Gives what there is in pieces of any size, as a pipe does. */
    private static final class Halting extends ByteArrayInputStream {
        private final Random random;

        Halting(byte[] bytes, long seed) {
            super(bytes);
            random = new Random(seed);
        }

        @Override
        public synchronized int read(byte[] to, int start, int length) {
            int most = random.nextBoolean() ? length : Math.min(length, 1 + random.nextInt(5000));
            return super.read(to, start, most);
        }
    }

    private static Written asRows(InputStream in, int longest, LineColumns columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsOutput rows = new RowsOutput(out, RowFormat.lines(new TabFormat()));
        long[] lengths = {0};
        Bytes row = new Bytes(16);
        String refusal = refusal(() -> LineStream.read(in, longest, (bytes, start, end) -> {
            row.clear();
            ValueWriter values = new ValueWriter(row);
            int from = start;
            for (int i = start; i < end; i++) {
                if (columns == LineColumns.TABS && bytes[i] == '\t') {
                    values.string(bytes, from, i - from);
                    from = i + 1;
                }
            }
            values.string(bytes, from, end - from);
            lengths[0] += row.length();
            assertThat(rows.write(row.array(), 0, row.length())).isEmpty();
        }));
        rows.close();
        return new Written(out.toString(StandardCharsets.ISO_8859_1), rows.rows(), lengths[0], refusal);
    }

    private static Written asText(InputStream in, int longest, LineColumns columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsOutput rows = new RowsOutput(out, RowFormat.lines(new TabFormat()));
        long[] lengths = {0};
        String refusal = refusal(() -> LineStream.readText(in, longest, (bytes, start, end, lines) -> {
            lengths[0] += TextRows.length(columns, bytes, start, end);
            assertThatCode(() -> rows.text(bytes, start, end, lines)).doesNotThrowAnyException();
        }));
        rows.close();
        return new Written(out.toString(StandardCharsets.ISO_8859_1), rows.rows(), lengths[0], refusal);
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static String refusal(Reading reading) throws IOException {
        try {
            reading.run();
            return "";
        } catch (RefusedRecordException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
