package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.ValueText;
import io.gleamflow.wire.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values within values: each level costs a call, and each key within a key doubles the text. */
class NestedValuesTest {

    private static byte[] nested(String level, int depth, String behind) {
        return Mutation.bytes(level.repeat(depth) + "\u00c0" + behind.repeat(depth));
    }

    private static String text(byte[] value) {
        Bytes out = new Bytes(64);
        ValueText.append(value, 0, value.length, out);
        return new String(out.copy(), StandardCharsets.UTF_8);
    }

    private static String json(byte[] value) throws SourceException {
        return Formats.writer(FileFormat.of(FileFormat.Kind.JSONL), List.of())
                .append(value, 0, value.length, new Bytes(64));
    }

    @Test
    void listsOfAHundredLevelsHaveAText() throws SourceException {
        byte[] deep = nested("\u0091", 128, "");
        assertThat(text(deep)).isEqualTo("[".repeat(128) + "null" + "]".repeat(128));
        assertThat(json(deep)).isEmpty();
    }

    @Test
    void listsThatWouldUseUpTheStackAreRefused() throws SourceException {
        byte[] deep = nested("\u0091", 1 << 20, "");
        assertThatExceptionOfType(MalformedRowException.class)
                .isThrownBy(() -> text(deep))
                .withMessage("lists and maps nested over 128 deep at byte 129 of the row");
        assertThatExceptionOfType(MalformedRowException.class)
                .isThrownBy(() -> ValueCodec.readRow(deep, 0, deep.length))
                .withMessageContaining("nested over 128 deep");
        assertThat(json(deep)).contains("nested more than 128 deep");
    }

    @Test
    void mapsThatAreKeysOfMapsAreRefusedBeforeTheirQuotesFillTheMemory() throws SourceException {
        byte[] three = nested("\u0081", 3, "\1");
        assertThat(text(three)).isEqualTo("{\"{\\\"{\\\\\\\"null\\\\\\\":1}\\\":1}\":1}");
        byte[] forty = nested("\u0081", 40, "\1");
        assertThatExceptionOfType(MalformedRowException.class).isThrownBy(() -> text(forty));
        assertThat(json(forty)).contains("nested more than 128 deep");
    }
}
