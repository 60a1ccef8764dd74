package io.gleamflow.wire;

import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Values as objects, to and from MessagePack: for rows in descriptors, messages and tests, not for rows on their way. */
public final class ValueCodec {

    private static final int MAX_DEPTH = 128;

    private ValueCodec() {}

    /** A class of the library this needs, to find its jar by. */
    public static Class<?> library() {
        return MessagePack.class;
    }

    /** Appends a value. */
    public static void write(Value value, ValueWriter out) {
        if (value instanceof Value.Nil) {
            out.nil();
        } else if (value instanceof Value.Bool bool) {
            out.bool(bool.value());
        } else if (value instanceof Value.Int integer) {
            out.integer(integer.value());
        } else if (value instanceof Value.BigInt big) {
            out.bigUnsigned(big.value().longValue());
        } else if (value instanceof Value.Real number) {
            out.number(number.value());
        } else if (value instanceof Value.Str str) {
            out.string(str.bytes(), 0, str.bytes().length);
        } else if (value instanceof Value.ListOf list) {
            out.listHeader(list.values().size());
            list.values().forEach(each -> write(each, out));
        } else if (value instanceof Value.MapOf map) {
            out.mapHeader(map.entries().size());
            map.entries().forEach((key, each) -> {
                write(key, out);
                write(each, out);
            });
        } else if (value instanceof Value.Ext ext) {
            out.ext(ext.type(), ext.bytes());
        }
    }

    /**
     * The values of a row.
     *
     * @throws MalformedRowException when the bytes are cut short, no MessagePack, or nested too deeply
     */
    public static List<Value> readRow(byte[] bytes, int start, int end) {
        for (int at = start; at < end; ) {
            at = io.gleamflow.row.MessagePack.skip(bytes, at, end);
        }
        List<Value> row = new ArrayList<>();
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes, start, end - start)) {
            while (in.hasNext()) {
                row.add(read(in, 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    private static Value read(MessageUnpacker in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new MalformedRowException(
                    "lists and maps nested over " + MAX_DEPTH + " deep", (int) in.getTotalReadBytes());
        }
        MessageFormat format = in.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                in.unpackNil();
                yield new Value.Nil();
            }
            case BOOLEAN -> new Value.Bool(in.unpackBoolean());
            case INTEGER -> integer(in, format);
            case FLOAT -> new Value.Real(in.unpackDouble());
            case STRING -> new Value.Str(in.readPayload(in.unpackRawStringHeader()));
            case BINARY -> new Value.Str(in.readPayload(in.unpackBinaryHeader()));
            case ARRAY -> list(in, depth);
            case MAP -> map(in, depth);
            case EXTENSION -> {
                ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
                yield new Value.Ext(header.getType(), in.readPayload(header.getLength()));
            }
        };
    }

    private static Value integer(MessageUnpacker in, MessageFormat format) throws IOException {
        if (format != MessageFormat.UINT64) {
            return new Value.Int(in.unpackLong());
        }
        BigInteger big = in.unpackBigInteger();
        return big.bitLength() < Long.SIZE ? new Value.Int(big.longValue()) : new Value.BigInt(big);
    }

    private static Value list(MessageUnpacker in, int depth) throws IOException {
        int size = in.unpackArrayHeader();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(read(in, depth + 1));
        }
        return new Value.ListOf(values);
    }

    private static Value map(MessageUnpacker in, int depth) throws IOException {
        int size = in.unpackMapHeader();
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            entries.put(read(in, depth + 1), read(in, depth + 1));
        }
        return new Value.MapOf(entries);
    }
}
