package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTest {

    private final FirstFailure failure = new FirstFailure();

    @TempDir
    Path directory;

    @Test
    void otherPartsStandBehindTheFirstAndTheSumIsOfAll() throws Exception {
        Beginning beginning = begin("out.csv");
        RowsOutput first = new RowsOutput(beginning.rows(), format());
        write(first, "a");
        first.close();
        Path second = directory.resolve("second");
        RowsOutput other = new RowsOutput(Files.newOutputStream(second), format());
        write(other, "b");
        other.close();

        String sum = beginning.end(1, List.of(new RowsOutput.Part(second, 1)));
        Path place = Files.createFile(directory.resolve("place"));
        beginning.moveTo(place);

        assertThat(place).hasContent("name\na\nb\n");
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(place));
        assertThat(sum).isEqualTo(HexFormat.of().formatHex(sha));
        assertThat(directory.resolve("part")).doesNotExist();
    }

    @Test
    void whoMayReadTheFileInItsPlaceMayReadTheOutput() throws Exception {
        Path place = Files.createFile(directory.resolve("place"));
        Assumptions.assumeTrue(
                place.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
        Beginning beginning = begin("out.csv");
        beginning.end(0, List.of());

        beginning.moveTo(place);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsAbandonedIsNotFinishedThoughTheRunIsOver() throws Exception {
        Beginning beginning = begin("out.csv.gz");
        RowsOutput rows = new RowsOutput(beginning.rows(), format());
        write(rows, "a");
        rows.close();
        failure.cancel();

        beginning.abandon();

        assertThat(directory.resolve("part")).isEmptyFile();
    }

    private Beginning begin(String target) throws IOException {
        return new Beginning(directory.resolve("part"), target, format(), failure);
    }

    private static RowFormat format() throws IOException {
        return Formats.writer(FileFormat.of(FileFormat.Kind.CSV), List.of("name"));
    }

    private static void write(RowsOutput rows, String text) throws IOException {
        Bytes row = new Bytes(16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new ValueWriter(row).string(bytes, 0, bytes.length);
        assertThat(rows.write(row.array(), 0, row.length())).isEmpty();
    }
}
