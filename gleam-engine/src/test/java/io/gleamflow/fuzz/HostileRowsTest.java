package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;
import io.gleamflow.script.LuaCodec;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** Whatever the bytes of a frame are: they are a row, and all that looks into rows copes, or they are refused. */
class HostileRowsTest {

    private static final int MILLION = 1_000_000;

    private final RowCursor cursor = new RowCursor();
    private final Bytes scratch = new Bytes(1024);

    @Test
    void aMillionFramesAreRowsOrRefused() throws InterruptedException {
        AtomicInteger rows = new AtomicInteger();
        // a small double takes tens of kilobytes on its way to its shortest text
        new Fuzz("rows", MILLION, 256 << 10, 20_000).run(new PackedRows()::make, row -> {
            boolean right = isRow(row);
            if (right) {
                rows.incrementAndGet();
            }
            // what costs more sees some of them, the same each time
            int share = Arrays.hashCode(row) & 7;
            if (share == 0 && (right || !hasLargeCount(row))) {
                assertThat(isRowForTheLibrary(row)).isEqualTo(right);
            }
            if (share < 2 && right) {
                lookInto(row);
            }
        });
        assertThat(rows.get()).isBetween(MILLION / 10, Fuzz.inputs(MILLION));
    }

    private boolean isRow(byte[] row) {
        try {
            cursor.reset(row, 0, row.length);
            return true;
        } catch (MalformedRowException e) {
            assertThat(e.offset()).isBetween(0, row.length);
            return false;
        }
    }

    private static boolean isRowForTheLibrary(byte[] row) throws IOException {
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(row)) {
            while (in.hasNext()) {
                in.skipValue();
            }
            return in.getTotalReadBytes() == row.length;
        } catch (MessagePackException e) {
            return false;
        }
    }

    /** The library counts elements in 32 bits and takes some lists and maps that are too large. */
    private static boolean hasLargeCount(byte[] row) {
        for (byte each : row) {
            if ((each & 0xff) == 0xdd || (each & 0xff) == 0xdf) {
                return true;
            }
        }
        return false;
    }

    /** What is too deep is refused by all who go down into it. */
    private void lookInto(byte[] row) {
        boolean read = isFine(() -> ValueCodec.readRow(row, 0, row.length));
        boolean all = true;
        for (int i = 0; i < cursor.width(); i++) {
            int from = cursor.start(i);
            int to = cursor.end(i);
            scratch.clear();
            all &= isFine(() -> KeyEncoder.append(row, from, to, false, scratch));
            scratch.clear();
            isFine(() -> ValueText.append(row, from, to, scratch));
            isFine(() -> LuaCodec.decode(row, from, to));
        }
        assertThat(read).isEqualTo(all);
    }

    private static boolean isFine(Runnable look) {
        try {
            look.run();
            return true;
        } catch (MalformedRowException e) {
            return false;
        }
    }
}
