package io.gleamflow.local;

import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.operator.Keys;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a file for each key, one after the other; rows with equal keys come together. */
final class KeyedFiles implements RowSink {

    private final EngineOperation.Write write;
    private final Supplier<RowFormat> formats;
    private final OutputFiles outputs;
    private final int shard;
    private final RowSink next;
    private final int[] keys;
    private final RowCursor cursor = new RowCursor();
    private Bytes current = new Bytes(64);
    private Bytes key = new Bytes(64);
    private @Nullable RowsOutput file;

    KeyedFiles(EngineOperation.Write write, Supplier<RowFormat> formats, OutputFiles outputs, int shard, RowSink next) {
        this.write = write;
        this.formats = formats;
        this.outputs = outputs;
        this.shard = shard;
        this.next = next;
        this.keys = write.keys().stream().mapToInt(i -> i).toArray();
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        key.clear();
        Keys.encode(cursor, keys, key);
        RowsOutput to = file;
        if (to == null || !Arrays.equals(current.array(), 0, current.length(), key.array(), 0, key.length())) {
            to = another(bytes, start, end);
        }
        FileEnd.write(to, write.head(), bytes, start, end);
        next.row(bytes, start, end);
    }

    private RowsOutput another(byte[] bytes, int start, int end) {
        close();
        try {
            RowsOutput begun = outputs.begin(write, shard, path(bytes, start, end), formats.get());
            file = begun;
            Bytes swap = current;
            current = key;
            key = swap;
            return begun;
        } catch (IOException e) {
            throw FileEnd.failed(write.head(), e);
        }
    }

    /** The path with the values of the row, each of which must be a name and no path of its own. */
    private String path(byte[] bytes, int start, int end) {
        return Placeholders.filled(write.path(), index -> {
            String value = value(bytes, keys[index]);
            if (value.isEmpty() || value.equals(".") || value.matches("(?s).*([/\\\\\0]|\\.\\.).*")) {
                String shown = value.isEmpty() ? "nil or empty" : "`" + value + "`";
                String column = Placeholders.of(write.path()).get(index).toString();
                throw new StepFailedException(
                        write.head(),
                        "`" + column + "` is " + shown + ", which can be no part of a file's name",
                        bytes,
                        start,
                        end);
            }
            return value;
        });
    }

    private String value(byte[] bytes, int column) {
        if (column >= cursor.width() || MessagePack.kind(bytes, cursor.start(column)) == MessagePack.Kind.NIL) {
            return "";
        }
        Bytes text = new Bytes(32);
        ValueText.append(bytes, cursor.start(column), cursor.end(column), text);
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }

    private void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw FileEnd.failed(write.head(), e);
        }
    }

    @Override
    public void end() {
        close();
        next.end();
    }
}
