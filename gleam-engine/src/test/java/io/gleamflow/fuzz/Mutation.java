package io.gleamflow.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as damage and malice do: bits, cuts, splices, repetitions, lengths that mean something, broken text. */
final class Mutation {

    private static final long[] LENGTHS = {
        0,
        1,
        -1,
        Byte.MAX_VALUE,
        Short.MAX_VALUE,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffff_ffffL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    /** What text should not have: half characters, bytes that UTF-8 has not, marks, zeros. */
    private static final List<byte[]> PIECES = List.of(
            bytes("\0"),
            bytes("\u00ef\u00bb\u00bf"),
            bytes("\u00fe\u00ff"),
            bytes("\u00ff\u00fe"),
            bytes("\u00c3"),
            bytes("\u00c0\u0080"),
            bytes("\u00ed\u00a0\u0080"),
            bytes("\u00f4\u0090\u0080\u0080"),
            bytes("\u00f0\u009f"),
            bytes("\u0080"),
            bytes("\u00e2\u0080\u00a8"),
            bytes("\r"),
            bytes("\n"),
            bytes("\r\n"),
            bytes("\t"),
            bytes("\""),
            bytes("\"\""),
            bytes("\\"),
            bytes("\\u"),
            bytes("\\ud800"),
            bytes("["),
            bytes("{"),
            bytes("}"),
            bytes(","),
            bytes("1e999999999"),
            bytes("1e-999999999"),
            bytes("99999999999999999999999999"),
            bytes("-0"),
            bytes("0x"),
            bytes("NaN"));

    private static final int MOST = 4 << 10;

    /** Rarely, so that the many short inputs stay fast. */
    private static final int ONE_LONG_IN = 500;

    private static final int LONG = 200_000;

    private Mutation() {}

    /** Bytes as the characters of Latin-1. */
    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One of the seeds, changed some times. */
    static byte[] of(List<byte[]> seeds, Random random) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, seeds, random);
        }
        return bytes.length > MOST && random.nextInt(ONE_LONG_IN) != 0 ? Arrays.copyOf(bytes, MOST) : bytes;
    }

    private static byte[] once(byte[] bytes, List<byte[]> seeds, Random random) {
        if (bytes.length == 0) {
            return seeds.get(random.nextInt(seeds.size()));
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(24));
        return switch (random.nextInt(10)) {
            case 0 -> set(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> set(bytes, at, random.nextInt(256));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, new byte[0], bytes, to);
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                yield joined(bytes, at, new byte[0], other, random.nextInt(other.length + 1));
            }
            case 5 -> joined(bytes, at, repeated(bytes, at, to, random), bytes, to);
            case 6 -> joined(bytes, at, length(random), bytes, at);
            case 7 -> overwritten(bytes, at, length(random));
            case 8 -> joined(bytes, at, PIECES.get(random.nextInt(PIECES.size())), bytes, at);
            default -> joined(bytes, at, bytes, bytes, to);
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] joined(byte[] head, int headEnd, byte[] middle, byte[] tail, int tailStart) {
        byte[] joined = Arrays.copyOf(head, headEnd + middle.length + tail.length - tailStart);
        System.arraycopy(middle, 0, joined, headEnd, middle.length);
        System.arraycopy(tail, tailStart, joined, headEnd + middle.length, tail.length - tailStart);
        return joined;
    }

    private static byte[] repeated(byte[] bytes, int from, int to, Random random) {
        int times = random.nextInt(ONE_LONG_IN) == 0 ? LONG / (to - from) : 2 + random.nextInt(8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.write(bytes, from, to - from);
        }
        return all.toByteArray();
    }

    private static byte[] length(Random random) {
        long length = LENGTHS[random.nextInt(LENGTHS.length)] + random.nextInt(3) - 1;
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(order);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes.putShort((short) length).array(), Short.BYTES);
            case 1 -> Arrays.copyOf(bytes.putInt((int) length).array(), Integer.BYTES);
            default -> bytes.putLong(length).array();
        };
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] piece) {
        byte[] changed = bytes.clone();
        System.arraycopy(piece, 0, changed, at, Math.min(piece.length, changed.length - at));
        return changed;
    }
}
