package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextInBlocksDifferentialTest {

    private static final int LONGEST = 700_000;

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @Test
    void blocksAreTheSameLinesWithTheirEnds() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] text = text(random).getBytes(StandardCharsets.ISO_8859_1);
            file = Files.write(directory.resolve("text.txt"), text);
            int shards = 1 + random.nextInt(5);
            for (int shard = 0; shard < shards; shard++) {
                List<FilePiece> pieces =
                        FilePiece.share(List.of(FilePiece.whole(file.toString(), text.length)), shard, shards);
                for (FilePiece piece : pieces) {
                    assertThat(inBlocks(piece, LONGEST))
                            .as("round %d, %s", i, piece)
                            .isEqualTo(lineByLine(piece));
                }
            }
        }
    }

    @Test
    void aLineThatIsTooLongIsRefusedAmongShortOnes() throws IOException {
        file = Files.writeString(directory.resolve("text.txt"), "a\n".repeat(1000) + "b".repeat(50_001) + "\nc\n");
        FilePiece whole = FilePiece.whole(file.toString(), Files.size(file));

        assertThat(inBlocks(whole, 50_001)).isEqualTo(lineByLine(whole));
        assertThatThrownBy(() -> inBlocks(whole, 50_000))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the line at byte 2000 is longer than the 50000 bytes");
    }

    /** Mostly short lines, now and then one that a buffer does not hold, with ends of all kinds. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\u00ef\u00bb\u00bf" : "");
        String[] ends = {"\n", "\r\n", "\r", "\n\n", "\r\r\n"};
        int kinds = random.nextBoolean() ? 1 : ends.length;
        for (int lines = random.nextInt(200); lines > 0; lines--) {
            int length = random.nextInt(100) == 0 ? random.nextInt(600_000) : random.nextInt(30);
            text.append("x".repeat(length)).append(ends[random.nextInt(kinds)]);
        }
        return text.append(random.nextBoolean() ? "" : "the last\r").toString();
    }

    private static String lineByLine(FilePiece piece) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long[] count = {0};
        TextFile.read(piece, LONGEST, (bytes, start, end) -> {
            lines.write(bytes, start, end - start);
            lines.write('\n');
            count[0]++;
        });
        return count[0] + " lines: " + lines.toString(StandardCharsets.ISO_8859_1);
    }

    private static String inBlocks(FilePiece piece, int longest) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long[] count = {0};
        long[] read = {0};
        TextFile.readText(piece, longest, more -> read[0] += more, (bytes, start, end, more) -> {
            lines.write(bytes, start, end - start);
            count[0] += more;
        });
        assertThat(read[0]).isPositive();
        return count[0] + " lines: " + lines.toString(StandardCharsets.ISO_8859_1);
    }
}
