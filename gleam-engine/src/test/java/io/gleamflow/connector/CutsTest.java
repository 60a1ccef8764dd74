package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.FileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CutsTest {

    @TempDir
    Path directory;

    private static final String[] CSV = {
        "a", ",", "\n", "\r\n", "\r", "\"", "\"\"", ",\"x\n\ny\"", "1,2\n", "\"\n\",3\n", "4,\"\"\"\"\r\n", "5,6\"7\"\n"
    };
    private static final String[] LINES = {"\"a\"", "\n", "\r\n", "\r", "1", "\t", "null\n", "[1,2]\n", "\"é\"\n"};

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CSV", "TSV", "JSONL", "TEXT", "FIXED"})
    void piecesReadOneAfterTheOtherGiveTheRowsAndLinesOfTheWhole(Kind kind) throws IOException {
        FileFormat format = new FileFormat(
                kind,
                ',',
                StandardCharsets.UTF_8,
                kind == Kind.FIXED ? List.of("a", "b") : List.of(),
                kind == Kind.FIXED ? List.of(1, 3) : List.of());
        Random random = new Random(kind.name().hashCode());
        Path file = directory.resolve("x");
        int cuts = 0;
        for (int i = 0; i < 400; i++) {
            Files.write(file, file(random, kind));
            long size = Files.size(file);
            List<FilePiece> pieces = Cuts.of(file, size, format, 1 + random.nextInt(5));
            cuts += pieces.size() - 1;
            assertThat(read(pieces, format))
                    .as(Files.readString(file))
                    .isEqualTo(read(List.of(FilePiece.whole(file.toString(), size)), format));
        }
        assertThat(cuts).isGreaterThan(100);
    }

    private static byte[] file(Random random, Kind kind) {
        StringBuilder text = new StringBuilder(kind == Kind.CSV ? "p,q\n" : "");
        if (random.nextInt(4) == 0) {
            text.insert(0, '\ufeff');
        }
        String[] parts = kind == Kind.CSV ? CSV : LINES;
        // files that are right all through are of more use
        int nasty = random.nextInt(3);
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int from = nasty == 0 ? 0 : parts.length - 4;
            text.append(parts[from + random.nextInt(parts.length - from)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Each row with its line, up to the first refusal. */
    private static List<String> read(List<FilePiece> pieces, FileFormat format) throws IOException {
        List<String> seen = new ArrayList<>();
        try {
            List<String> names = SourceHeader.of(Path.of(pieces.get(0).path()), "x", format, Rows.LONGEST);
            RowFile now = new RowFile(format, names, Rows.LONGEST);
            for (FilePiece piece : pieces) {
                now.read(piece, "x", new Rows() {
                    @Override
                    public void row(byte[] bytes, int start, int end) {
                        super.row(bytes, start, end);
                        seen.add(now.where() + " " + rows.get(rows.size() - 1));
                    }
                });
            }
        } catch (SourceException e) {
            seen.add(String.valueOf(e.getMessage()));
        }
        return seen;
    }

    @Test
    void piecesAreAboutEqual() throws IOException {
        Path file = directory.resolve("x.csv");
        Files.writeString(file, "a,b\n" + "12,\"3\n4\"\n".repeat(10_000));
        List<FilePiece> pieces = Cuts.of(file, Files.size(file), FileFormat.of(Kind.CSV), 4);
        assertThat(pieces)
                .hasSize(4)
                .allSatisfy(piece -> assertThat(piece.end() - piece.start()).isBetween(22_000L, 23_000L));
    }

    @Test
    void filesThatCannotBeCutAreOnePiece() throws IOException {
        for (String name : List.of("x.csv.gz", "x.json", "x.msgpack")) {
            Path file = Files.writeString(directory.resolve(name), "1\n".repeat(100));
            assertThat(Cuts.of(file, 200, FileFormat.of(FileName.kind(name)), 4))
                    .containsExactly(FilePiece.whole(file.toString(), 200));
        }
        FileFormat wide = new FileFormat(Kind.CSV, ',', StandardCharsets.UTF_16, List.of(), List.of());
        Path file = Files.writeString(directory.resolve("x.csv"), "1\n".repeat(100));
        assertThat(Cuts.of(file, 200, wide, 4)).hasSize(1);
    }
}
