package io.gleamflow.script;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A row on its way through scripts: either bytes, whose columns are decoded when asked for, or values that a script made.
 * One object serves all rows of a step. A column that came as bytes leaves as the same bytes.
 */
final class LuaRow {

    private final @Nullable Head maker;
    private final RowCursor cursor = new RowCursor();
    private @Nullable LuaValue[] values = new LuaValue[8];
    private int width;
    private boolean fromBytes;

    /** A row that will be bytes, or values that {@code maker} is to blame for. */
    LuaRow(@Nullable Head maker) {
        this.maker = maker;
    }

    /** Becomes the row in these bytes. */
    void set(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        width = cursor.width();
        fromBytes = true;
        room(width);
        Arrays.fill(values, 0, width, null);
    }

    /** Becomes a row of one value. */
    void set(LuaValue value) {
        fromBytes = false;
        width = 1;
        values[0] = value;
    }

    /** Becomes a row of {@code count} of the values, from the first. */
    void set(Varargs from, int count) {
        fromBytes = false;
        width = count;
        room(count);
        for (int i = 0; i < count; i++) {
            values[i] = from.arg(i + 1);
        }
    }

    /** Becomes a row of a key and {@code count} reduced values, of which the first is {@code from}. */
    void set(LuaValue key, Reducer reducer, int from, int count) {
        fromBytes = false;
        width = count + 1;
        room(width);
        values[0] = key;
        for (int i = 0; i < count; i++) {
            values[i + 1] = reducer.get(from + i);
        }
    }

    private void room(int count) {
        if (count > values.length) {
            values = Arrays.copyOf(values, Math.max(count, values.length * 2));
        }
    }

    int width() {
        return width;
    }

    /** A column counted from 0; nil where the row has none. */
    LuaValue value(int column) {
        if (column >= width) {
            return LuaValue.NIL;
        }
        LuaValue value = values[column];
        if (value == null) {
            value = LuaCodec.decode(cursor.bytes(), cursor.start(column), cursor.end(column));
            values[column] = value;
        }
        return value;
    }

    /** All columns as arguments of a function. */
    LuaValue[] arguments() {
        LuaValue[] arguments = new LuaValue[width];
        for (int i = 0; i < width; i++) {
            arguments[i] = value(i);
        }
        return arguments;
    }

    /**
     * Appends a column as MessagePack.
     *
     * @throws ScriptFailedException when the step that made the row put a value there which cannot be a column
     */
    void write(int column, Bytes out, ValueWriter writer) {
        if (fromBytes || maker == null) {
            out.put(cursor.bytes(), cursor.start(column), cursor.end(column) - cursor.start(column));
            return;
        }
        try {
            LuaCodec.encode(value(column), writer);
        } catch (LuaError e) {
            String message = e.getMessage() + " (column " + (column + 1) + ")";
            throw new ScriptFailedException(maker, message, "", 0, new byte[0], List.of(), e);
        }
    }

    /** The whole row as MessagePack, for messages; no bytes when a value cannot be written. */
    byte[] copy() {
        Bytes out = new Bytes(64);
        ValueWriter writer = new ValueWriter(out);
        try {
            for (int i = 0; i < width; i++) {
                write(i, out, writer);
            }
        } catch (ScriptFailedException e) {
            return new byte[0];
        }
        return out.copy();
    }
}
