package io.gleamflow.row;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes rows of nasty values, the same for the same seed. */
public final class RandomRows {

    private static final long[] LONGS = {
        0,
        1,
        -1,
        127,
        128,
        -32,
        -33,
        255,
        256,
        65535,
        65536,
        1L << 31,
        1L << 32,
        (1L << 53) - 1,
        1L << 53,
        (1L << 53) + 1,
        -(1L << 53) - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 1
    };
    private static final double[] DOUBLES = {
        0.5,
        -0.0,
        1.5,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        9007199254740992.0,
        9007199254740994.0,
        0x1p63,
        0x1p64,
        0.1
    };
    private static final String[] STRINGS = {
        "", "a", "b", "ab", "a\0", "a\0b", "é", "\uD83D\uDE00", "zz", "Z", "10", "9"
    };

    private final Random random;

    public RandomRows(long seed) {
        random = new Random(seed);
    }

    public List<List<Value>> rows(int count, int width) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Value> row = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                row.add(value(2));
            }
            rows.add(row);
        }
        return rows;
    }

    public Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> new Value.Nil();
            case 1 -> new Value.Bool(random.nextBoolean());
            case 2, 3 -> new Value.Int(LONGS[random.nextInt(LONGS.length)]);
            case 4 -> new Value.Int(random.nextLong() >> random.nextInt(64));
            case 5 -> new Value.Real(DOUBLES[random.nextInt(DOUBLES.length)]);
            case 6 -> big();
            case 7 -> Value.Str.of(STRINGS[random.nextInt(STRINGS.length)]);
            case 8 -> bytes();
            case 9 -> list(depth);
            case 10 -> map(depth);
            default -> new Value.Ext(5, new byte[] {(byte) random.nextInt(3)});
        };
    }

    private Value big() {
        long bits = random.nextLong() | Long.MIN_VALUE;
        return new Value.BigInt(new BigInteger(Long.toUnsignedString(random.nextBoolean() ? bits : Long.MIN_VALUE)));
    }

    private Value bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return new Value.Str(bytes);
    }

    private Value list(int depth) {
        List<Value> values = new ArrayList<>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            values.add(value(depth - 1));
        }
        return new Value.ListOf(values);
    }

    private Value map(int depth) {
        Map<Value, Value> entries = new HashMap<>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            entries.put(Value.Str.of("k" + random.nextInt(3)), value(depth - 1));
        }
        return new Value.MapOf(entries);
    }
}
