package io.gleamflow.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Files of frames: a length of 32 bits, lowest byte first, and the columns of one row. */
final class FramesFile {

    private FramesFile() {}

    static byte[] write(List<List<V>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<V> row : rows) {
            int length = row.stream().mapToInt(value -> value.raw().length).sum();
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array());
            row.forEach(value -> out.writeBytes(value.raw()));
        }
        return out.toByteArray();
    }

    static List<List<V>> read(byte[] file) {
        ByteBuffer left = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<List<V>> rows = new ArrayList<>();
        while (left.hasRemaining()) {
            byte[] frame = new byte[left.getInt()];
            left.get(frame);
            rows.add(row(frame));
        }
        return rows;
    }

    static List<V> row(byte[] frame) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(frame)) {
            List<V> row = new ArrayList<>();
            while (unpacker.hasNext()) {
                row.add(value(unpacker, frame));
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static V value(MessageUnpacker from, byte[] frame) throws IOException {
        int start = (int) from.getTotalReadBytes();
        V.Kind kind;
        Object content;
        switch (from.getNextFormat().getValueType()) {
            case NIL -> {
                from.unpackNil();
                kind = V.Kind.NIL;
                content = "nil";
            }
            case BOOLEAN -> {
                content = from.unpackBoolean();
                kind = content.equals(true) ? V.Kind.TRUE : V.Kind.FALSE;
            }
            case INTEGER -> {
                kind = V.Kind.NUMBER;
                content = from.unpackBigInteger();
            }
            case FLOAT -> {
                kind = V.Kind.NUMBER;
                content = from.unpackDouble();
            }
            case STRING -> {
                kind = V.Kind.TEXT;
                content = from.readPayload(from.unpackRawStringHeader());
            }
            case BINARY -> {
                kind = V.Kind.TEXT;
                content = from.readPayload(from.unpackBinaryHeader());
            }
            case ARRAY -> {
                kind = V.Kind.LIST;
                content = values(from.unpackArrayHeader(), from, frame);
            }
            case MAP -> {
                kind = V.Kind.MAP;
                content = values(2 * from.unpackMapHeader(), from, frame);
            }
            default -> {
                ExtensionTypeHeader header = from.unpackExtensionTypeHeader();
                kind = V.Kind.EXT;
                content = from.readPayload(header.getLength());
            }
        }
        return new V(kind, content, Arrays.copyOfRange(frame, start, (int) from.getTotalReadBytes()));
    }

    private static List<V> values(int count, MessageUnpacker from, byte[] frame) throws IOException {
        List<V> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(from, frame));
        }
        return values;
    }
}
