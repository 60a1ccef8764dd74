package io.gleamflow.script;

import io.gleamflow.lua.Int64;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A row on its way through scripts: either bytes, whose columns are decoded when asked for, or plain values that a script made:
 * nil, booleans, numbers and strings. Anything else becomes bytes at once, so that a step gets the same whether the one before
 * runs in its process or not. One object serves all rows of a step. A column that came as bytes leaves as the same bytes.
 */
final class LuaRow {

    private final RowCursor cursor = new RowCursor();
    private final Bytes own = new Bytes(64);
    private final ValueWriter writer = new ValueWriter(own);
    private @Nullable LuaValue[] values = new LuaValue[8];
    private int width;
    private boolean fromBytes;

    /** Becomes the row in these bytes. */
    void set(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        width = cursor.width();
        fromBytes = true;
        room(width);
        Arrays.fill(values, 0, width, null);
    }

    /**
     * Becomes a row of {@code count} of the values, from the first.
     *
     * @throws LuaError when one of them cannot be a column
     */
    void set(Varargs from, int count) {
        room(count);
        for (int i = 0; i < count; i++) {
            values[i] = from.arg(i + 1);
        }
        made(count);
    }

    /**
     * Becomes a row of a key and {@code count} reduced values, of which the first is {@code from}.
     *
     * @throws LuaError when one of them cannot be a column
     */
    void set(LuaValue key, Reducer reducer, int from, int count) {
        room(count + 1);
        values[0] = key;
        for (int i = 0; i < count; i++) {
            values[i + 1] = reducer.get(from + i);
        }
        made(count + 1);
    }

    private void made(int count) {
        width = count;
        fromBytes = false;
        for (int i = 0; i < count; i++) {
            LuaValue value = value(i);
            switch (value.type()) {
                case LuaValue.TNIL, LuaValue.TBOOLEAN, LuaValue.TSTRING, LuaValue.TINT -> {}
                case LuaValue.TNUMBER -> {
                    if (value.todouble() == 0) {
                        // what has been bytes has no minus zero
                        values[i] = LuaValue.ZERO;
                    }
                }
                default -> {
                    if (!(value instanceof Int64)) {
                        encode(count);
                        return;
                    }
                }
            }
        }
    }

    private void encode(int count) {
        own.clear();
        for (int i = 0; i < count; i++) {
            try {
                LuaCodec.encode(value(i), writer);
            } catch (LuaError e) {
                throw new LuaError(e.getMessage() + " (column " + (i + 1) + ")");
            }
        }
        set(own.array(), 0, own.length());
    }

    /** Forgets what has been decoded: a script that had the row may have changed its tables, and rows pass on as they came. */
    void forget() {
        if (fromBytes) {
            Arrays.fill(values, 0, width, null);
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

    /** Appends a column as MessagePack. */
    void write(int column, Bytes out, ValueWriter values) {
        if (fromBytes) {
            out.put(cursor.bytes(), cursor.start(column), cursor.end(column) - cursor.start(column));
        } else {
            LuaCodec.encode(value(column), values);
        }
    }

    /** The whole row as MessagePack, for messages. */
    byte[] copy() {
        Bytes out = new Bytes(64);
        ValueWriter values = new ValueWriter(out);
        for (int i = 0; i < width; i++) {
            write(i, out, values);
        }
        return out.copy();
    }
}
