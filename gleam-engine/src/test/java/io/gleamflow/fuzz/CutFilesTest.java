package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.Cuts;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.RowFile;
import io.gleamflow.connector.SourceException;
import io.gleamflow.connector.SourceHeader;
import io.gleamflow.connector.TextFile;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a damaged file is cut into pieces, its rows are those of the whole, and so is what is refused. */
class CutFilesTest {

    private static final int LONGEST = 2000;

    private static final int FILES = 400;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CSV", "TSV", "JSONL", "FIXED", "TEXT"})
    void piecesHaveTheRowsOfTheWhole(Kind kind) throws InterruptedException {
        FileFormat format = FileSeeds.format(kind, StandardCharsets.UTF_8);
        List<byte[]> seeds = FileSeeds.of(kind, StandardCharsets.UTF_8);
        Path path = directory.resolve("x");
        // each row asks for the number of its line, which is counted with a block
        new Fuzz("cuts of " + kind, FILES, 128 << 20, 1 << 20).run(random -> Mutation.of(seeds, random), file -> {
            Files.write(path, file);
            List<String> whole = rows(List.of(FilePiece.whole(path.toString(), file.length)), path, format);
            for (int pieces = 2; pieces <= 5; pieces++) {
                assertThat(rows(Cuts.of(path, file.length, format, pieces), path, format))
                        .isEqualTo(whole);
            }
        });
    }

    /** Each row with its place, up to the first refusal. */
    private static List<String> rows(List<FilePiece> pieces, Path path, FileFormat format) throws IOException {
        List<String> seen = new ArrayList<>();
        try {
            List<String> names = SourceHeader.of(path, "x", format, LONGEST);
            RowFile now = new RowFile(format, names, LONGEST);
            for (FilePiece piece : pieces) {
                now.read(piece, "x", new RowSink() {
                    @Override
                    public void row(byte[] bytes, int start, int end) {
                        seen.add(now.where() + " " + hex(bytes, start, end));
                    }

                    @Override
                    public void end() {}
                });
            }
        } catch (SourceException e) {
            seen.add(String.valueOf(e.getMessage()));
        }
        return seen;
    }

    private static String hex(byte[] bytes, int start, int end) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, start, end));
    }

    @Test
    void linesForWorkersAreTheSameHoweverTheyAreCut() throws InterruptedException {
        List<byte[]> seeds = FileSeeds.of(Kind.TEXT, StandardCharsets.UTF_8);
        Path path = directory.resolve("x.txt");
        new Fuzz("cuts of lines", FILES, 16 << 20, 1000).run(random -> Mutation.of(seeds, random), file -> {
            Files.write(path, file);
            List<String> whole = lines(path, file.length, 1);
            for (int pieces = 2; pieces <= 5; pieces++) {
                assertThat(lines(path, file.length, pieces)).isEqualTo(whole);
            }
        });
    }

    private static List<String> lines(Path path, long size, int pieces) throws IOException {
        List<String> seen = new ArrayList<>();
        try {
            for (int i = 0; i < pieces; i++) {
                FilePiece piece = new FilePiece(path.toString(), size * i / pieces, size * (i + 1) / pieces, size);
                if (piece.start() < piece.end()) {
                    TextFile.read(piece, LONGEST, (bytes, start, end) -> seen.add(hex(bytes, start, end)));
                }
            }
        } catch (SourceException e) {
            // which line is too long is told by who knows its number
            seen.add("refused");
        }
        return seen;
    }
}
