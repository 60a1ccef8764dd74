package io.gleamflow.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values by chance, nasty ones among them. */
final class RandomValues {

    /** What the values of a column have in common. */
    enum Flavor {
        /** few keys of all kinds, some of them most of the time */
        SKEWED,
        SMALL,
        WHOLE,
        NUMBER,
        TEXT,
        /** what survives a shell */
        PLAIN,
        ANY,
        LONG
    }

    private static final List<V> WHOLES = Stream.of(
                    "0",
                    "-1",
                    "9007199254740992",
                    "9007199254740993",
                    "9007199254740991",
                    "-9007199254740993",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "18446744073709551615",
                    "-33",
                    "128",
                    "65536")
            .map(text -> V.of(new BigInteger(text)))
            .toList();

    private static final List<V> FLOATS = Stream.of(
                    0.0,
                    -0.0,
                    1.0,
                    0.1,
                    -2.5,
                    0x1p53,
                    0x1p63,
                    -0x1p63,
                    0x1p64,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    1e22)
            .map(V::of)
            .toList();

    /** Forms that a program in another language may write, and that must come out as they were. */
    private static final List<V> ODD_FORMS = Stream.of(
                    new byte[] {(byte) 0xcd, 0, 1}, // 1 in two bytes
                    new byte[] {(byte) 0xd3, 0, 0, 0, 0, 0, 0, 0, 7},
                    new byte[] {(byte) 0xca, 0x3f, (byte) 0x80, 0, 0}, // 1.0 in four
                    new byte[] {(byte) 0xd9, 1, 'a'},
                    new byte[] {(byte) 0xc4, 1, 'a'}, // bin
                    new byte[] {(byte) 0xcb, (byte) 0xff, (byte) 0xf8, 0, 0, 0, 0, 0, 1}, // a NaN of its own
                    new byte[] {(byte) 0xdc, 0, 1, 1},
                    new byte[] {(byte) 0xd4, 5, 9}) // an extension
            .map(bytes -> FramesFile.row(bytes).get(0))
            .toList();

    private static final List<V> TEXTS = List.of(
            V.of(""),
            V.of("a"),
            V.of("b"),
            V.of("ab"),
            V.of("Zoë"),
            V.of("a\tb\nc"),
            V.of("1"),
            V.of("two words"),
            V.of("\0"),
            V.of("\0\0x"),
            V.text(new byte[] {(byte) 0xff, (byte) 0xfe}),
            V.text(new byte[] {(byte) 0xc3}),
            V.of("x".repeat(31)),
            V.of("x".repeat(32)));

    private final Draw draw;

    RandomValues(Draw draw) {
        this.draw = draw;
    }

    V value(Flavor flavor) {
        return switch (flavor) {
            case SKEWED -> skewed();
            case SMALL -> draw.once(8) ? V.NIL : V.of(draw.between(-3, 12));
            case WHOLE -> draw.once(3) ? draw.of(WHOLES) : V.of(draw.number() >> draw.below(64));
            case NUMBER -> number();
            case TEXT -> draw.once(12) ? V.NIL : draw.once(6) ? V.text(draw.bytes(draw.below(5))) : draw.of(TEXTS);
            case PLAIN -> draw.once(8) ? V.NIL : draw.once(2) ? V.of(draw.below(20)) : V.of(draw.of("a", "bb", "c d"));
            case ANY -> draw.once(15) ? draw.of(ODD_FORMS) : any(3);
            case LONG -> V.of("long" + "0123456789".repeat(draw.between(20, 200)));
        };
    }

    private V skewed() {
        List<V> keys = List.of(
                V.of(1),
                V.of("a"),
                V.NIL,
                V.of(1.0),
                V.of(2),
                V.of(-0.0),
                V.of(0),
                V.of(""),
                V.of(true),
                V.of(false),
                V.of(Double.NaN),
                V.of("b"),
                V.list(List.of()),
                V.map(List.of()),
                V.list(List.of(V.NIL)));
        return keys.get((int) Math.min(keys.size() - 1, Math.abs(draw.gaussian()) * 4));
    }

    private V number() {
        return switch (draw.below(6)) {
            case 0 -> V.NIL;
            case 1 -> draw.of(FLOATS);
            case 2 -> draw.of(WHOLES);
            case 3 -> V.of(draw.gaussian() * Math.pow(10, draw.between(-20, 20)));
            default -> V.of(draw.between(-4, 4) / 2.0);
        };
    }

    private V any(int depth) {
        return switch (draw.below(depth == 0 ? 5 : 8)) {
            case 0 -> V.NIL;
            case 1 -> V.of(draw.once(2));
            case 2 -> value(Flavor.WHOLE);
            case 3 -> number();
            case 4 -> value(Flavor.TEXT);
            case 5 -> V.of(draw.below(4));
            case 6 ->
                V.list(IntStream.range(0, draw.below(4))
                        .mapToObj(i -> any(depth - 1))
                        .toList());
            default -> map(depth);
        };
    }

    private V map(int depth) {
        List<V> entries = new ArrayList<>();
        for (V key : draw.some(List.of(V.of("a"), V.of("b"), V.of(""), V.of("x y"), V.of(1)), draw.below(4))) {
            entries.add(key);
            entries.add(any(depth - 1));
        }
        return V.map(entries);
    }
}
