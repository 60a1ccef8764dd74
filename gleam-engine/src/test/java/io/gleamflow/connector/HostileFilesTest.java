package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the bytes are: rows that are well-formed, or a refusal that names the file. */
class HostileFilesTest {

    private static final int LONGEST = 1 << 16;

    @TempDir
    Path directory;

    private static byte[] good(Kind kind) {
        String text = switch (kind) {
            case CSV -> "a,b\n1,\"x\ny\"\n,\"\"\"\"\n\"\",é\r\n".repeat(3);
            case TSV -> "a\tb\n1\t\n\té\r\n".repeat(3);
            case JSON ->
                "[{\"a\":1,\"b\":\"\\u00e9\\n\"},\n{\"b\":[1.5e3,{\"k\":null}]},{\"a\":-12345678901234567890}]";
            case JSONL -> "{\"a\":1,\"b\":\"é\"}\n{\"a\":[true,{}]}\n\n{\"b\":18446744073709551615}\n";
            case MSGPACK -> "\4\0\0\0\1\2\3\4\0\0\0\0\5\0\0\0\u0092\1\u0081\2\3\3\0\0\0\u00a2xy";
            case FIXED, TEXT -> "abcdefgh\n12 4\n\né    \r\n";
        };
        return text.getBytes(kind == Kind.MSGPACK ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = Arrays.copyOf(good, good.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                default -> {
                    // a stretch once more, somewhere else
                    int from = random.nextInt(bytes.length);
                    int count = Math.min(bytes.length - Math.max(at, from), 1 + random.nextInt(16));
                    System.arraycopy(bytes, from, bytes, at, Math.max(0, count));
                }
            }
        }
        return bytes;
    }

    /** Checks that rows are rows; counts them. */
    private static final class Checked implements RowSink {
        private final RowCursor cursor = new RowCursor();
        private long rows;

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            assertThat(cursor.width()).isPositive();
            assertThat(end - start).isLessThanOrEqualTo(LONGEST);
            rows++;
        }

        @Override
        public void end() {}
    }

    @ParameterizedTest
    @EnumSource
    void mutatedFilesGiveRowsOrAreRefused(Kind kind) {
        FileFormat format = new FileFormat(
                kind,
                ',',
                StandardCharsets.UTF_8,
                kind == Kind.FIXED ? List.of("a", "b") : List.of(),
                kind == Kind.FIXED ? List.of(2, 6) : List.of());
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(kind.name().hashCode());
            Checked sink = new Checked();
            int refused = 0;
            for (int i = 0; i < 3000; i++) {
                byte[] file = mutated(good(kind), random);
                try {
                    Formats.reader(format, List.of(), LONGEST)
                            .read(new ByteArrayInputStream(file), RowPlace.whole("the file"), sink);
                } catch (SourceException e) {
                    assertThat(e).hasMessageStartingWith("the file");
                    refused++;
                }
            }
            assertThat(sink.rows).isGreaterThan(1500);
            assertThat(refused > 100).isEqualTo(kind != Kind.TEXT);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD", "ZIP"})
    void damagedCompressedFilesGiveRowsOrAreRefused(Compression compression) throws IOException {
        byte[] good = packed(compression);
        Path file = directory.resolve("x.csv"
                + (compression == Compression.GZIP ? ".gz" : compression == Compression.ZSTD ? ".zst" : ".zip"));
        Random random = new Random(5);
        Checked sink = new Checked();
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = mutated(good, random);
            Files.write(file, bytes);
            try {
                new RowFile(FileFormat.of(Kind.CSV), List.of(), LONGEST)
                        .read(FilePiece.whole(file.toString(), bytes.length), "the file", sink);
            } catch (SourceException e) {
                assertThat(e).hasMessageStartingWith("the file");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }

    private static byte[] packed(Compression compression) throws IOException {
        byte[] content = "a,b\n1,2\n3,\"4\n\"\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (compression == Compression.ZIP) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("x"));
                zip.write(content);
                zip.putNextEntry(new ZipEntry("y"));
                zip.write(content);
            }
        } else {
            try (MembersOutput members = new MembersOutput(out, compression)) {
                members.write(content);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aBombOfOneLineIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = directory.resolve("x.txt.gz");
        byte[] block = new byte[MembersOutput.MEMBER];
        Arrays.fill(block, (byte) 'x');
        try (MembersOutput bomb = new MembersOutput(Files.newOutputStream(file), Compression.GZIP)) {
            for (int i = 0; i < 200; i++) {
                bomb.write(block);
            }
        }
        for (Kind kind : List.of(Kind.TEXT, Kind.CSV, Kind.TSV, Kind.JSONL)) {
            FileFormat format = new FileFormat(kind, ',', StandardCharsets.UTF_8, List.of("a"), List.of());
            RowFile reader = new RowFile(format, List.of(), LONGEST);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(Assertions.assertThrows(
                                    SourceException.class,
                                    () -> reader.read(
                                            FilePiece.whole(file.toString(), Files.size(file)), "bomb", new Checked())))
                            .hasMessage("bomb, line 1: the row is longer than the 65536 bytes a row may have"));
        }
    }
}
