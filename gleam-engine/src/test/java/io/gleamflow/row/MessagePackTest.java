package io.gleamflow.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every first byte there is, with lengths of 2 behind it, so that all that is announced is small. */
class MessagePackTest {

    private static final int NONE = 0xc1;
    private static final int ROOM = 1 << 10;

    static IntStream firstBytes() {
        return IntStream.range(0, 256).filter(first -> first != NONE);
    }

    @ParameterizedTest
    @MethodSource("firstBytes")
    void skippingGoesOverTheHeaderThePayloadAndWhatIsInside(int first) {
        byte[] bytes = bytes(first);
        int end = MessagePack.header(bytes, 0) + MessagePack.payload(bytes, 0, ROOM);
        for (long left = MessagePack.children(bytes, 0, ROOM); left > 0; left--) {
            end = MessagePack.skip(bytes, end, ROOM);
        }
        assertThat(MessagePack.skip(bytes, 0, ROOM)).isEqualTo(end);
    }

    @ParameterizedTest
    @MethodSource("firstBytes")
    void whatIsOneByteShorterIsCutShort(int first) {
        byte[] bytes = bytes(first);
        int end = MessagePack.skip(bytes, 0, ROOM);
        assertThatThrownBy(() -> MessagePack.skip(bytes, 0, end - 1)).isInstanceOf(MalformedRowException.class);
    }

    @ParameterizedTest
    @MethodSource("firstBytes")
    void itStopsWhereTheNextValueBegins(int first) {
        byte[] bytes = bytes(first);
        int end = MessagePack.skip(bytes, 0, ROOM);
        assertThat(MessagePack.skip(bytes, 0, end)).isEqualTo(end);
    }

    /** The length is 2 in as many bytes as it has; what is behind it are nils, or anything in a string. */
    private static byte[] bytes(int first) {
        byte[] bytes = new byte[ROOM];
        Arrays.fill(bytes, (byte) MessagePack.NIL);
        bytes[0] = (byte) first;
        int lengthBytes = switch (first) {
            case 0xc4, 0xc7, 0xd9 -> 1;
            case 0xc5, 0xc8, 0xda, 0xdc, 0xde -> 2;
            case 0xc6, 0xc9, 0xdb, 0xdd, 0xdf -> 4;
            default -> 0;
        };
        for (int i = 1; i <= lengthBytes; i++) {
            bytes[i] = (byte) (i == lengthBytes ? 2 : 0);
        }
        return bytes;
    }
}
