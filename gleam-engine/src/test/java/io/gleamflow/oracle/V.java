package io.gleamflow.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/**
 * A value: its bytes as MessagePack, and what they mean. Values are equal when the one order says so, whatever their
 * bytes: 1 and 1.0, 0 and -0.0.
 *
 * @param content nothing more for nil and booleans; a BigInteger or a Double; the bytes of a string; a list of values,
 *     which for a map are keys and values in turn, as they were written
 */
record V(Kind kind, Object content, byte[] raw) implements Comparable<V> {

    /** In the one order. */
    enum Kind {
        NIL,
        FALSE,
        TRUE,
        NUMBER,
        TEXT,
        LIST,
        MAP,
        EXT
    }

    /** By element, then by length. */
    static final Comparator<List<V>> TUPLES = (x, y) -> {
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            int order = x.get(i).compareTo(y.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(x.size(), y.size());
    };

    static final V NIL = new V(Kind.NIL, "nil", new byte[] {(byte) 0xc0});

    static V of(boolean v) {
        return new V(v ? Kind.TRUE : Kind.FALSE, v, new byte[] {(byte) (v ? 0xc3 : 0xc2)});
    }

    static V of(long v) {
        return of(BigInteger.valueOf(v));
    }

    /** From -2^63 to 2^64-1. */
    static V of(BigInteger v) {
        return new V(Kind.NUMBER, v, packed(packer -> packer.packBigInteger(v)));
    }

    static V of(double v) {
        return new V(Kind.NUMBER, v, packed(packer -> packer.packDouble(v)));
    }

    static V of(String v) {
        return text(v.getBytes(StandardCharsets.UTF_8));
    }

    static V text(byte[] v) {
        return new V(Kind.TEXT, v, packed(packer -> {
            packer.packRawStringHeader(v.length);
            packer.writePayload(v);
        }));
    }

    static V list(List<V> items) {
        return new V(Kind.LIST, List.copyOf(items), packed(packer -> {
            packer.packArrayHeader(items.size());
            for (V item : items) {
                packer.writePayload(item.raw);
            }
        }));
    }

    /** Keys and values in turn. */
    static V map(List<V> entries) {
        return new V(Kind.MAP, List.copyOf(entries), packed(packer -> {
            packer.packMapHeader(entries.size() / 2);
            for (V each : entries) {
                packer.writePayload(each.raw);
            }
        }));
    }

    private interface Packing {
        void to(MessageBufferPacker packer) throws IOException;
    }

    private static byte[] packed(Packing packing) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packing.to(packer);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isNil() {
        return kind == Kind.NIL;
    }

    /** As Lua sees it. */
    boolean isTrue() {
        return kind != Kind.NIL && kind != Kind.FALSE;
    }

    boolean isWhole() {
        return content instanceof BigInteger;
    }

    BigInteger whole() {
        return (BigInteger) content;
    }

    /** The bytes of a string as characters up to 255. */
    String latin() {
        return new String((byte[]) content, StandardCharsets.ISO_8859_1);
    }

    @SuppressWarnings("unchecked")
    List<V> items() {
        return (List<V>) content;
    }

    @Override
    public int compareTo(V other) {
        int order = kind.compareTo(other.kind);
        if (order != 0) {
            return order;
        }
        return switch (kind) {
            case NIL, FALSE, TRUE -> 0;
            case NUMBER -> numbers(content, other.content);
            case TEXT -> Arrays.compareUnsigned((byte[]) content, (byte[]) other.content);
            case LIST -> TUPLES.compare(items(), other.items());
            case MAP -> TUPLES.compare(sortedEntries(), other.sortedEntries());
            case EXT -> Arrays.compareUnsigned(raw, other.raw);
        };
    }

    private static int numbers(Object x, Object y) {
        if (x instanceof BigInteger a && y instanceof BigInteger b) {
            return a.compareTo(b);
        }
        double a = ((Number) x).doubleValue();
        double b = ((Number) y).doubleValue();
        if (Double.isFinite(a) && Double.isFinite(b)) {
            return exact(x).compareTo(exact(y));
        }
        // NaN is above infinity and equals itself
        return Double.compare(a, b);
    }

    /** A finite number as it is. */
    static BigDecimal exact(Object number) {
        return number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal((Double) number);
    }

    private List<V> sortedEntries() {
        List<List<V>> entries = new ArrayList<>();
        for (int i = 0; i < items().size(); i += 2) {
            entries.add(items().subList(i, i + 2));
        }
        return entries.stream().sorted(TUPLES).flatMap(List::stream).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof V v && compareTo(v) == 0;
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }

    @Override
    public String toString() {
        String shown = kind == Kind.TEXT
                ? '"' + (latin().length() > 40 ? latin().substring(0, 40) + "…" : latin()) + '"'
                : kind == Kind.LIST || kind == Kind.MAP
                        ? (kind == Kind.LIST ? "" : "map")
                                + items().stream().map(V::toString).collect(Collectors.joining(",", "[", "]"))
                        : String.valueOf(content);
        return shown + (raw.length <= 12 ? "<" + HexFormat.of().formatHex(raw) + ">" : "");
    }
}
