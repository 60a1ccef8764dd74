package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.RowSink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LocatedRowsTest {

    @Test
    void aLineThatIsNotKnownIsNil() {
        List<String> rows = new ArrayList<>();
        Position position = new Position();
        LocatedRows located = new LocatedRows(position, new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                rows.add(HexFormat.of().formatHex(bytes, start, end));
            }

            @Override
            public void end() {}
        });
        byte[] row = {7};
        position.in("f", OptionalLong::empty);
        located.row(row, 0, 1);
        position.in("f", () -> OptionalLong.of(3));
        located.row(row, 0, 1);
        position.leave();
        located.row(row, 0, 1);
        assertThat(rows).containsExactly("a166c007", "c00307", "a0c007");
    }
}
