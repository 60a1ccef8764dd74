package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsCodecTest {

    @ParameterizedTest
    @EnumSource(FileFormat.Kind.class)
    void readsWhatItHasWritten(FileFormat.Kind kind) throws IOException {
        TaskInput.Records records = new TaskInput.Records(
                Given.head("read"),
                new FileFormat(kind, '\u20ac', StandardCharsets.ISO_8859_1, List.of("a", "b"), List.of(3, 5)),
                List.of("b", "a"),
                true,
                List.of(
                        new TaskInput.RecordPiece(new FilePiece("/x/a", 1, 2, 1L << 40), "x/a"),
                        new TaskInput.RecordPiece(new FilePiece("/x/b", 0, 1L << 33, 1L << 34), "b")));
        TaskInput.Records read = RecordsCodec.read(new Control(sent(RecordsCodec.write(records))));
        assertThat(read.format()).isEqualTo(records.format());
        assertThat(read.names()).isEqualTo(records.names());
        assertThat(read.withFile()).isTrue();
        assertThat(read.pieces()).isEqualTo(records.pieces());
        assertThat(read.reader().title()).isEqualTo(records.reader().title());
        assertThat(read.reader().place()).isEqualTo(records.reader().place());
    }

    private static Map<String, Object> sent(Map<String, Object> map) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FrameOutput out = new FrameOutput(bytes)) {
            out.control(map);
        }
        FrameInput in = new FrameInput(new ByteArrayInputStream(bytes.toByteArray()), bytes.size());
        assertThat(in.next()).isEqualTo(FrameInput.Next.CONTROL);
        return in.control();
    }
}
