package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the bytes of a file are: rows that are well-formed and not too long, or a refusal that names the file. */
class HostileFilesTest {

    /** Small, so that rows which are too long come up. */
    private static final int LONGEST = 2000;

    private static final int FILES = 10_000;

    /** Checks that rows are rows; counts them. */
    static final class Checked implements RowSink {
        private final RowCursor cursor = new RowCursor();
        private int rows;

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            assertThat(cursor.width() > 0 && end - start <= LONGEST).isTrue();
            rows++;
        }

        @Override
        public void end() {}
    }

    @ParameterizedTest
    @CsvSource({
        "CSV,UTF-8",
        "TSV,UTF-8",
        "JSON,UTF-8",
        "JSONL,UTF-8",
        "MSGPACK,UTF-8",
        "FIXED,UTF-8",
        "TEXT,UTF-8",
        "CSV,UTF-16",
        "JSON,UTF-16LE",
        "TEXT,windows-1252",
        "FIXED,Shift_JIS",
        "TSV,GB18030",
        "JSONL,US-ASCII"
    })
    void damagedFilesAreRowsOrRefused(Kind kind, Charset encoding) throws InterruptedException {
        boolean usual = encoding.equals(StandardCharsets.UTF_8);
        int files = usual ? FILES : FILES / 8;
        FileFormat format = FileSeeds.format(kind, encoding);
        List<byte[]> seeds = FileSeeds.of(kind, encoding);
        AtomicInteger refused = new AtomicInteger();
        Checked sink = new Checked();
        new Fuzz(kind + " " + encoding, files, 1 << 20, 200).run(random -> Mutation.of(seeds, random), file -> {
            try {
                read(format, file, sink);
            } catch (SourceException e) {
                assertThat(e.getMessage()).startsWith("the file");
                refused.incrementAndGet();
            }
        });
        assertThat(sink.rows).isGreaterThan(files / 8);
        assertThat(refused.get() > files / 50).isEqualTo(kind != Kind.TEXT);
    }

    private static void read(FileFormat format, byte[] file, RowSink sink) throws IOException {
        Formats.reader(format, List.of(), LONGEST)
                .read(new ByteArrayInputStream(file), RowPlace.whole("the file"), sink);
    }
}
