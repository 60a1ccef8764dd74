package io.gleamflow.fuzz;

import io.gleamflow.row.RandomRows;
import io.gleamflow.wire.RowBytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of MessagePack that are right, nearly right, or wrong all through. */
final class PackedRows {

    /** First bytes that lengths follow, and those on either side of where the meaning changes. */
    private static final int[] FIRST = {
        0x00, 0x7f, 0x80, 0x81, 0x8f, 0x90, 0x91, 0x9f, 0xa0, 0xa1, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6,
        0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8,
        0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xe0, 0xff
    };

    private static final int[] FOLLOWING = {0, 0, 0, 1, 2, 3, 0x7f, 0x80, 0xff};

    private final List<byte[]> seeds = new ArrayList<>();

    PackedRows() {
        new RandomRows(1).rows(500, 3).forEach(row -> seeds.add(RowBytes.of(row)));
        for (int depth : new int[] {3, 20, 127, 128, 129, 130, 1000, 100_000}) {
            seeds.add(nested(0x91, depth, 0xc0, 0));
            seeds.add(nested(0x81, depth, 0xc0, depth));
            seeds.add(Mutation.bytes("\u0081\1".repeat(depth) + "\1"));
        }
    }

    /** So many times the first byte, the leaf, and so many times nil. */
    private static byte[] nested(int first, int depth, int leaf, int behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < depth; i++) {
            out.write(first);
        }
        out.write(leaf);
        for (int i = 0; i < behind; i++) {
            out.write(0xc0);
        }
        return out.toByteArray();
    }

    byte[] make(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> typeBytes(random);
            case 1 -> {
                byte[] row = seeds.get(random.nextInt(500)).clone();
                row[random.nextInt(row.length)] = (byte) FIRST[random.nextInt(FIRST.length)];
                yield row;
            }
            // those at the end are long
            case 2, 3, 4, 5, 6 -> Mutation.of(seeds.subList(0, 500), random);
            default -> Mutation.of(random.nextInt(100) == 0 ? seeds : seeds.subList(450, 512), random);
        };
    }

    private static byte[] typeBytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(20)];
        for (int i = 0; i < bytes.length; i++) {
            int[] from = random.nextInt(3) == 0 ? FIRST : FOLLOWING;
            bytes[i] = (byte) from[random.nextInt(from.length)];
        }
        bytes[0] = (byte) FIRST[random.nextInt(FIRST.length)];
        return bytes;
    }
}
