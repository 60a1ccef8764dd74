package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameRowsTest {

    private static final FileFormat FRAMES = FileFormat.of(Kind.MSGPACK);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void refuses(byte[] file, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Rows.of(FRAMES, List.of(), file))
                .withMessage(message);
    }

    @Test
    void framesAreRowsAndEmptyOnesAreSkipped() throws IOException {
        assertThat(Rows.of(FRAMES, List.of(), bytes(2, 0, 0, 0, 1, 0xc0, 0, 0, 0, 0, 1, 0, 0, 0, 0xc3)))
                .containsExactly(List.of("1", "nil"), List.of("true"));
    }

    @Test
    void badFramesAreRefusedWithNumberAndPlace() {
        refuses(
                bytes(1, 0, 0, 0, 7, 0xff, 0xff, 0xff, 0xff),
                "x, frame 2 (at byte 5): a length of -1 bytes; a row may have 8388608");
        refuses(
                bytes(0, 0, 0, 0, 1, 0, 0, 1),
                "x, frame 2 (at byte 4): a length of 16777217 bytes; a row may have 8388608");
        refuses(bytes(1, 0), "x, frame 1 (at byte 0): the file ends in the length of the frame");
        refuses(bytes(9, 0, 0, 0, 1, 2), "x, frame 1 (at byte 0): the file ends after 2 of the 9 bytes of the frame");
        refuses(bytes(1, 0, 0, 0, 0xc1), "x, frame 1 (at byte 0): 0xc1 is no MessagePack value at byte 0 of the row");
        refuses(bytes(2, 0, 0, 0, 0, 0xa5), "x, frame 1 (at byte 0): the row is cut short at byte 1 of the row");
    }
}
