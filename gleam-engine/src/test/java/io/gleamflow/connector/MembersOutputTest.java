package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembersOutputTest {

    @TempDir
    Path directory;

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt(1 + i % 200);
        }
        return bytes;
    }

    private static byte[] packed(byte[] content, Compression compression, Random cuts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MembersOutput members = new MembersOutput(out, compression)) {
            for (int at = 0; at < content.length; ) {
                int count = Math.min(content.length - at, 1 + cuts.nextInt(600_000));
                members.write(content, at, count);
                at += count;
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD", "NONE"})
    void bytesDependOnTheContentAloneAndReadBack(Compression compression) throws IOException {
        for (int size : List.of(0, 1, MembersOutput.MEMBER, MembersOutput.MEMBER + 1, 3_500_000)) {
            byte[] content = content(size);
            byte[] packed = packed(content, compression, new Random(1));
            assertThat(packed(content, compression, new Random(2))).isEqualTo(packed);
            assertThat(packed.length > 0).isEqualTo(size > 0 || compression != Compression.NONE);
            try (InputStream in = compression.content(new ByteArrayInputStream(packed))) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void bytesThatDoNotCompressFit() throws IOException {
        byte[] content = new byte[MembersOutput.MEMBER];
        new Random(3).nextBytes(content);
        for (Compression compression : List.of(Compression.GZIP, Compression.ZSTD)) {
            byte[] packed = packed(content, compression, new Random(1));
            try (InputStream in = compression.content(new ByteArrayInputStream(packed))) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void theJdkReadsGzip() throws IOException {
        byte[] content = content(2_500_000);
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(packed(content, Compression.GZIP, new Random(1))))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void zcatReadsGzip() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/zcat")), "there is no /bin/zcat");
        byte[] content = content(2_500_000);
        Path file = Files.write(directory.resolve("x.gz"), packed(content, Compression.GZIP, new Random(1)));
        Path out = directory.resolve("x");
        Process zcat = new ProcessBuilder("/bin/zcat", file.toString())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(zcat.waitFor()).isZero();
        assertThat(Files.readAllBytes(out)).isEqualTo(content);
    }

    @Test
    void archivesAreNotWritten() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new MembersOutput(new ByteArrayOutputStream(), Compression.ZIP).close())
                .withMessage("zip archives are only read; write .gz or .zst");
    }
}
