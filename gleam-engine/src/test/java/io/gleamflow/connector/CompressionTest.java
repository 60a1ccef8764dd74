package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.FileName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {

    @TempDir
    Path directory;

    private static final FileFormat CSV = FileFormat.of(Kind.CSV);

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8), 3);
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }

    private List<List<String>> rows(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        Rows rows = new Rows();
        new RowFile(CSV, List.of(), Rows.LONGEST)
                .read(FilePiece.whole(file.toString(), content.length), "data/" + name, rows);
        return rows.rows;
    }

    private void refuses(String name, byte[] content, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> rows(name, content))
                .withMessage("data/" + name + message);
    }

    @Test
    void membersAndFramesAreReadOneAfterTheOther() throws IOException {
        assertThat(rows("x.csv.gz", concat(gzip("a\n1\n"), gzip(""), gzip("2\n"), new byte[5])))
                .containsExactly(List.of("'1'"), List.of("'2'"));
        assertThat(rows("x.csv.zst", concat(zstd("a\n1\n"), zstd(""), zstd("2\n"))))
                .containsExactly(List.of("'1'"), List.of("'2'"));
    }

    @Test
    void whatIsCutShortIsRefusedWhereverItIsCut() throws IOException {
        byte[] gz = concat(gzip("a\n1\n"), gzip("2\n"));
        byte[] zst = concat(zstd("a\n1\n"), zstd("2\n"));
        int firstGz = gzip("a\n1\n").length;
        int firstZst = zstd("a\n1\n").length;
        for (int i = 0; i < gz.length; i++) {
            if (i != firstGz) {
                refuses("x.csv.gz", Arrays.copyOf(gz, i), ": the gzip data is cut short");
            }
        }
        for (int i = 0; i < zst.length; i++) {
            if (i != firstZst) {
                byte[] cut = Arrays.copyOf(zst, i);
                assertThatExceptionOfType(SourceException.class)
                        .isThrownBy(() -> rows("x.csv.zst", cut))
                        .withMessageStartingWith("data/x.csv.zst: ");
            }
        }
    }

    @Test
    void damageIsRefused() throws IOException {
        byte[] gz = gzip("a\n1\n");
        gz[gz.length - 6] ^= 1;
        refuses("x.csv.gz", gz, ": the gzip data is damaged");
        refuses("x.csv.gz", new byte[] {'a', '\n'}, ": this is no gzip data");
        refuses("x.csv.gz", concat(gzip("a\n"), new byte[] {'x'}), ": there is something behind the gzip data");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> rows("x.csv.zst", concat(zstd("a\n"), new byte[] {'x', 1, 2, 3, 4, 5, 6, 7, 8, 9})))
                .withMessageStartingWith("data/x.csv.zst: ");
    }

    @Test
    void filesOfAnArchiveAreReadInTheOrderOfTheirNames() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("b.csv", "d/", "d/c.csv", "B.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(("a\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(rows("x.zip", out.toByteArray()))
                .containsExactly(List.of("'B.csv'"), List.of("'b.csv'"), List.of("'d/c.csv'"));
        byte[] encrypted = out.toByteArray();
        for (int i = 0; i + 10 < encrypted.length; i++) {
            if (encrypted[i] == 'P' && encrypted[i + 1] == 'K' && encrypted[i + 2] == 1 && encrypted[i + 3] == 2) {
                encrypted[i + 8] |= 1;
            }
        }
        refuses("y.zip", encrypted, ": the archive is encrypted");
    }

    @Test
    void aFileInAnArchiveIsNamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("in/x.csv"));
            zip.write("a\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        refuses("x.zip", out.toByteArray(), "/in/x.csv, line 2: 2 columns, the header has 1");
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        new ZipOutputStream(none).close();
        refuses("y.zip", none.toByteArray(), ": there is no file in the archive");
    }

    @Test
    void namesTellCompression() {
        assertThat(Compression.of("a/ORDERS.CSV.GZ")).isEqualTo(Compression.GZIP);
        assertThat(Compression.of("x.ndjson.zst")).isEqualTo(Compression.ZSTD);
        assertThat(Compression.of("x.zip")).isEqualTo(Compression.ZIP);
        assertThat(Compression.of("a.gz/x")).isEqualTo(Compression.NONE);
        assertThat(Arrays.stream(Compression.values()).filter(each -> each != Compression.NONE))
                .allMatch(each -> FileName.isPacked(
                        "x." + each.name().replace("GZIP", "gz").replace("ZSTD", "zst")));
    }

    @Test
    void headersAreFoundWithoutReadingMore() throws IOException {
        // what follows would be refused
        String csv = "a,b\n1,2\n" + "x\n".repeat(100_000);
        assertThat(header("x.csv", csv.getBytes(StandardCharsets.UTF_8))).containsExactly("a", "b");
        assertThat(header("x.csv.gz", gzip(csv))).containsExactly("a", "b");
        assertThat(header("x.csv.zst", zstd(csv))).containsExactly("a", "b");
        assertThat(header("x.tsv", "a\tb".getBytes(StandardCharsets.UTF_8))).containsExactly("a", "b");
        assertThat(header("x.json", "[{\"k\":1},\n?".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("k");
        assertThat(header("x.jsonl", "{\"k\":1}\n?".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("k");
        assertThat(header("y.jsonl", "1\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(header("x.txt", "a,b".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private List<String> header(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        return SourceHeader.of(file, name, FileFormat.of(FileName.kind(name)), Rows.LONGEST);
    }
}
