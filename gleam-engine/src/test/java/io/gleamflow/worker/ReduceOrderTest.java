package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RandomRows;
import io.gleamflow.row.Value;
import io.gleamflow.wire.RowBytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of a key are combined in their order, however many ways there are to write the key. */
class ReduceOrderTest {

    /** Each line is one value, written in different ways. */
    private static final List<List<String>> KEYS = List.of(
            List.of("01", "cc01", "cd0001", "d30000000000000001", "ca3f800000", "cb3ff0000000000000"),
            List.of("00", "cb0000000000000000", "cb8000000000000000"),
            List.of("cb7ff8000000000000", "cbfff8000000000001", "ca7fc00000"),
            List.of("a141", "d90141", "da000141", "db0000000141", "c40141"),
            List.of("a3410041", "d903410041"),
            List.of("cf1000000000000000", "d31000000000000000", "cb43b0000000000000"),
            List.of("cf1000000000000001", "d31000000000000001"),
            List.of("cf8000000000000000", "cb43e0000000000000"),
            List.of("cf7fffffffffffffff", "d37fffffffffffffff"),
            List.of("cfffffffffffffffff"),
            List.of("cb43f0000000000000", "ca5f800000"),
            List.of("ca3e800000", "cb3fd0000000000000"),
            List.of("9101", "dc0001cb3ff0000000000000", "dd00000001d001"),
            List.of("82a16101a16202", "de0002a16202d9016101", "82a162cc02c4016101"),
            List.of("81a161c0", "df00000001a161c0"),
            List.of("9191c3", "91dc0001c3"),
            List.of("c0"),
            List.of("c2"),
            List.of("d40100"),
            List.of("c7010100"),
            List.of("90"),
            List.of("80"),
            List.of("a0", "c400"));

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] row(List<byte[]> keys, int number) {
        Bytes row = new Bytes(64);
        keys.forEach(row::put);
        row.put(RowBytes.of(List.of(Value.Str.of(Integer.toString(number)))));
        return row.copy();
    }

    private static String key(List<byte[]> values) {
        Bytes key = new Bytes(64);
        values.forEach(value -> KeyEncoder.append(value, 0, value.length, false, key));
        return HexFormat.of().formatHex(key.copy());
    }

    /** For each key its values as they first came and the numbers of its rows. */
    private static String expected(List<List<byte[]>> keys) {
        Map<String, Bytes> rows = new LinkedHashMap<>();
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = key(keys.get(i));
            if (!rows.containsKey(key)) {
                Bytes first = new Bytes(64);
                keys.get(i).forEach(first::put);
                rows.put(key, first);
            }
            numbers.merge(key, Integer.toString(i), (before, number) -> "(" + before + "," + number + ")");
        }
        return rows.entrySet().stream()
                .map(row -> HexFormat.of().formatHex(row.getValue().copy())
                        + HexFormat.of()
                                .formatHex(
                                        RowBytes.of(List.of(Value.Str.of(String.valueOf(numbers.get(row.getKey())))))))
                .collect(Collectors.joining("\n"));
    }

    private static String reduced(WorkerRunner worker, List<List<byte[]>> keys) throws Exception {
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(row(keys.get(i), i));
        }
        LuaOperation reduce = new LuaOperation.PartialReduce(
                Given.head("reduce"),
                Given.lua("function(a, b) return '(' .. a .. ',' .. b .. ')' end"),
                Columns.UNKNOWN,
                keys.get(0).size());
        return worker.runBytes(rows, reduce).stream()
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreWrittenDifferentlyAreOneKeyWrittenAsTheFirst(WorkerRunner worker) throws Exception {
        List<String> encodings = KEYS.stream().flatMap(List::stream).toList();
        for (int width = 1; width <= 2; width++) {
            Random random = new Random(width);
            List<List<byte[]>> keys = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                List<byte[]> key = new ArrayList<>(List.of(bytes(encodings.get(random.nextInt(encodings.size())))));
                if (width == 2) {
                    key.add(bytes(random.nextBoolean() ? "a141" : "d90141"));
                }
                keys.add(key);
            }
            String expected = expected(keys);
            assertThat(expected.lines()).hasSize(KEYS.size());
            assertThat(reduced(worker, keys)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysAreEqualAsTheyAreForTheEngine(WorkerRunner worker) throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            List<List<byte[]>> keys = new ArrayList<>();
            for (List<Value> row : new RandomRows(seed).rows(1000, 2)) {
                keys.add(row.stream().map(value -> RowBytes.of(List.of(value))).toList());
            }
            assertThat(reduced(worker, keys)).isEqualTo(expected(keys));
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeIntegersNextToOneAnotherAreDifferentKeys(WorkerRunner worker) throws Exception {
        List<List<byte[]>> keys = new ArrayList<>();
        for (long around : new long[] {1L << 53, -(1L << 53), 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            for (int i = -3000; i < 3000; i += 500) {
                for (int first : new int[] {0xcf, 0xd3}) {
                    for (int near = -1; near <= 1; near++) {
                        Bytes key = new Bytes(9);
                        key.put(first);
                        key.putLong(around + i + near);
                        keys.add(List.of(key.copy()));
                    }
                }
            }
        }
        // often enough for code to be compiled meanwhile
        Random random = new Random(20261124);
        long[] numbers = random.longs(200).toArray();
        for (int i = 0; i < 5_000; i++) {
            Bytes key = new Bytes(9);
            key.put(random.nextBoolean() ? 0xcf : 0xd3);
            key.putLong(numbers[random.nextInt(numbers.length)]);
            keys.add(List.of(key.copy()));
        }
        assertThat(reduced(worker, keys)).isEqualTo(expected(keys));
    }
}
