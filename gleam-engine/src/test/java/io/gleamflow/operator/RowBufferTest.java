package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Value;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowBufferTest {

    private static List<List<Value>> read(RowBuffer buffer) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        buffer.rewind();
        while (buffer.next()) {
            rows.add(ValueCodec.readRow(buffer.bytes(), buffer.start(), buffer.end()));
        }
        assertThat(buffer.next()).isFalse();
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300_000, 1L << 30})
    void givesRowsBackInOrderAsOftenAsAsked(long memory) throws IOException {
        Budget budget = Budget.of(memory);
        MemorySpills spills = new MemorySpills();
        RowBuffer buffer = new RowBuffer(budget, spills);
        for (int count : new int[] {0, 1, 10, 2000, 60_000, 3, 0}) {
            List<List<Value>> rows = new ArrayList<>(new NastyRows(count).rows(count, 3));
            if (count == 2000) {
                rows.add(500, List.of(Value.Str.of("x".repeat(200_000))));
                rows.add(List.of());
            }
            for (List<Value> row : rows) {
                byte[] bytes = NastyRows.bytes(row);
                buffer.add(bytes, 0, bytes.length);
            }
            assertThat(read(buffer)).isEqualTo(rows);
            assertThat(read(buffer)).isEqualTo(rows);
            assertThat(spills.open() > 0).isEqualTo(count >= 2000 && memory < 1 << 20);
            buffer.clear();
            assertThat(spills.open()).isZero();
        }
        buffer.close();
        buffer.close();
        assertThat(budget.taken()).isZero();
    }
}
