package io.gleamflow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RandomRows;
import io.gleamflow.row.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueOrderDifferentialTest {

    private static byte[] key(Value value, boolean descending) {
        byte[] bytes = RowBytes.of(List.of(value));
        Bytes key = new Bytes(32);
        KeyEncoder.append(bytes, 0, bytes.length, descending, key);
        return key.copy();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keysCompareAsValuesDo(long seed) {
        RandomRows random = new RandomRows(seed);
        ReferenceOrder order = new ReferenceOrder();
        for (int i = 0; i < 20_000; i++) {
            Value left = random.value(2);
            Value right = random.value(2);
            int expected = Integer.signum(order.compare(left, right));
            assertThat(Integer.signum(Arrays.compareUnsigned(key(left, false), key(right, false))))
                    .as("%s and %s", left, right)
                    .isEqualTo(expected);
            assertThat(Integer.signum(Arrays.compareUnsigned(key(left, true), key(right, true))))
                    .as("%s and %s, descending", left, right)
                    .isEqualTo(-expected);
        }
    }

    @Test
    void integersBeyondTheDoublesAreToldApart() {
        assertThat(key(new Value.Int((1L << 53) + 1), false)).isNotEqualTo(key(new Value.Real(1L << 53), false));
        assertThat(key(new Value.Int(1), false)).isEqualTo(key(new Value.Real(1), false));
        assertThat(key(new Value.Real(-0.0), false)).isEqualTo(key(new Value.Int(0), false));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void valuesSurviveTheWire(long seed) {
        for (List<Value> row : new RandomRows(seed).rows(3_000, 4)) {
            byte[] bytes = RowBytes.of(row);
            List<Value> back = ValueCodec.readRow(bytes, 0, bytes.length);
            assertThat(back).hasSameSizeAs(row);
            for (int i = 0; i < row.size(); i++) {
                assertThat(RowBytes.of(List.of(back.get(i)))).isEqualTo(RowBytes.of(List.of(row.get(i))));
            }
        }
    }
}
