package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.RowFile;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged gzip, zstd and zip are rows or refused, and never more memory than a window. */
class PackedFilesTest {

    private static final int LONGEST = 2000;

    private static final int FILES = 600;

    /** The window that zstd may ask for, which an archive of a few bytes can; it is claimed outside of the heap mostly. */
    private static final long WINDOW = 16 << 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "zip"})
    void damagedFilesAreRowsOrRefused(String suffix) throws Exception {
        List<byte[]> seeds = seeds(suffix);
        Path path = directory.resolve("x.csv." + suffix);
        HostileFilesTest.Checked sink = new HostileFilesTest.Checked();
        AtomicInteger refused = new AtomicInteger();
        new Fuzz(suffix, FILES, WINDOW, 5000).run(random -> Mutation.of(seeds, random), file -> {
            Files.write(path, file);
            try {
                new RowFile(FileFormat.of(Kind.CSV), List.of(), LONGEST)
                        .read(FilePiece.whole(path.toString(), file.length), "the file", sink);
            } catch (SourceException e) {
                assertThat(e.getMessage()).startsWith("the file");
                refused.incrementAndGet();
            }
        });
        assertThat(refused.get()).isGreaterThan(FILES / 3);
    }

    private static List<byte[]> seeds(String suffix) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] text : FileSeeds.of(Kind.CSV, StandardCharsets.UTF_8)) {
            seeds.add(packed(suffix, text));
        }
        // members one after the other, and much of one thing
        seeds.add(packed(suffix, "a,b\n1,2\n".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(seeds.get(0));
        two.writeBytes(seeds.get(1));
        seeds.add(two.toByteArray());
        return seeds;
    }

    private static byte[] packed(String suffix, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (suffix) {
            case "gz" -> {
                try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(text);
                }
            }
            case "zst" -> bytes.writeBytes(Zstd.compress(text));
            default -> {
                try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                    for (String name : List.of("b.csv", "a.csv", "d/")) {
                        out.putNextEntry(new ZipEntry(name));
                        out.write(name.endsWith("/") ? new byte[0] : text);
                        out.closeEntry();
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
