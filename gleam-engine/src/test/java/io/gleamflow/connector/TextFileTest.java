package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of a file have the lines that the file has for the reader of formats, each once. */
class TextFileTest {

    @TempDir
    private Path directory;

    private List<List<String>> lines(Path file, long[] cuts) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 1; i < cuts.length; i++) {
            FilePiece piece = new FilePiece(file.toString(), cuts[i - 1], cuts[i], cuts[cuts.length - 1]);
            TextFile.read(
                    piece,
                    1 << 20,
                    (bytes, start, end) -> lines.add(
                            List.of("'" + new String(bytes, start, end - start, StandardCharsets.ISO_8859_1) + "'")));
        }
        return lines;
    }

    @Test
    void everyCutGivesTheSameLinesWithAMarkAndWithout() throws IOException {
        Random random = new Random(20261124);
        String[] parts = {"\n", "\r\n", "a", "\u00ef", "\u00ef\u00bb", "\u00ef\u00bb\u00bf", "\r", "bc"};
        Path file = directory.resolve("in.txt");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\u00ef\u00bb\u00bf" : "");
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, bytes);
            List<List<String>> expected = Rows.of(FileFormat.of(FileFormat.Kind.TEXT), List.of(), bytes);
            for (int cut = 1; cut < bytes.length; cut++) {
                assertThat(lines(file, new long[] {0, cut, bytes.length})).isEqualTo(expected);
            }
            long[] all = new long[bytes.length + 1];
            for (int at = 0; at < all.length; at++) {
                all[at] = at;
            }
            assertThat(lines(file, all)).isEqualTo(expected);
        }
    }

    @Test
    void aMarkAloneIsNoLine() throws IOException {
        Path file = Files.write(directory.resolve("in.txt"), Utf8Input.MARK);
        assertThat(lines(file, new long[] {0, 3})).isEmpty();
    }
}
