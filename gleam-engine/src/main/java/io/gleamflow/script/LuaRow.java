package io.gleamflow.script;

import io.gleamflow.lua.Int64;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A row on its way through scripts. A column is either bytes, decoded when asked for, or a plain value that a script made: nil, a
 * boolean, a number or a string. Anything else becomes bytes at once, so that a step gets the same whether the one before
 * runs in its process or not. One object serves all rows of a step. A column that came as bytes leaves as the same bytes.
 */
final class LuaRow {

    private final RowCursor cursor = new RowCursor();
    private Bytes own = new Bytes(64);

    /** What to write to while columns still lie in the other. */
    private Bytes spare = new Bytes(64);

    private @Nullable LuaValue[] values = new LuaValue[8];

    /** Which columns are values that were made, whatever the bytes say; of use only when there are bytes. */
    private boolean[] made = new boolean[8];

    private int width;
    private boolean fromBytes;

    /** Becomes the row in these bytes. */
    void set(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        width = cursor.width();
        fromBytes = true;
        room(width);
        Arrays.fill(values, 0, width, null);
        Arrays.fill(made, 0, width, false);
    }

    /** Becomes a row of one text, whose bytes are copied. */
    void setText(byte[] bytes, int start, int end) {
        values[0] = LuaString.valueOf(bytes, start, end - start);
        width = 1;
        fromBytes = false;
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
     * Becomes a row of columns of another, as the bytes they are, and behind them {@code count} of the values.
     *
     * @throws LuaError when one of the values cannot be a column
     */
    void set(LuaRow from, int[] columns, Varargs added, int count) {
        spare.clear();
        ValueWriter out = new ValueWriter(spare);
        for (int column : columns) {
            from.write(column, spare, out);
        }
        for (int i = 0; i < count; i++) {
            encode(added.arg(i + 1), columns.length + i, out);
        }
        becomeSpare();
    }

    /**
     * Puts a value in the place of a column; a row that is too short gets nil in between.
     *
     * @throws LuaError when the value cannot be a column
     */
    void put(int column, LuaValue value) {
        room(column + 1);
        for (; width <= column; width++) {
            values[width] = LuaValue.NIL;
            made[width] = true;
        }
        if (isPlain(value)) {
            values[column] = hasBeenBytes(value);
            made[column] = true;
        } else {
            encode(column, value);
        }
    }

    /** Becomes a row without columns. */
    void clear() {
        width = 0;
        fromBytes = false;
    }

    private void made(int count) {
        width = count;
        fromBytes = false;
        for (int i = 0; i < count; i++) {
            LuaValue value = value(i);
            if (!isPlain(value)) {
                encode(i, value);
                return;
            }
            values[i] = hasBeenBytes(value);
        }
    }

    private static boolean isPlain(LuaValue value) {
        return switch (value.type()) {
            case LuaValue.TNIL, LuaValue.TBOOLEAN, LuaValue.TSTRING, LuaValue.TINT, LuaValue.TNUMBER -> true;
            default -> value instanceof Int64;
        };
    }

    /** What has been bytes has no minus zero. */
    private static LuaValue hasBeenBytes(LuaValue value) {
        return value.type() == LuaValue.TNUMBER && value.todouble() == 0 ? LuaValue.ZERO : value;
    }

    /** Turns all columns into bytes, one of them with a new value; stays as it is when that cannot be done. */
    private void encode(int changed, LuaValue to) {
        spare.clear();
        ValueWriter out = new ValueWriter(spare);
        for (int i = 0; i < width; i++) {
            if (i != changed && isBytes(i)) {
                write(i, spare, out);
            } else {
                encode(i == changed ? to : value(i), i, out);
            }
        }
        becomeSpare();
    }

    private static void encode(LuaValue value, int column, ValueWriter out) {
        try {
            LuaCodec.encode(value, out);
        } catch (LuaError e) {
            throw new LuaError(e.getMessage() + " (column " + (column + 1) + ")");
        }
    }

    private void becomeSpare() {
        Bytes swap = own;
        own = spare;
        spare = swap;
        set(own.array(), 0, own.length());
    }

    private boolean isBytes(int column) {
        return fromBytes && !made[column];
    }

    /** Forgets what has been decoded: a script that had the row may have changed its tables, and rows pass on as they came. */
    void forget() {
        if (fromBytes) {
            for (int i = 0; i < width; i++) {
                if (!made[i]) {
                    values[i] = null;
                }
            }
        }
    }

    private void room(int count) {
        if (count > values.length) {
            values = Arrays.copyOf(values, Math.max(count, values.length * 2));
            made = Arrays.copyOf(made, values.length);
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

    /** Appends a column as MessagePack, nil where the row has none. */
    void write(int column, Bytes out, ValueWriter values) {
        if (column < width && isBytes(column)) {
            out.put(cursor.bytes(), cursor.start(column), cursor.end(column) - cursor.start(column));
        } else {
            LuaCodec.encode(value(column), values);
        }
    }

    /** Appends the key of a column, in ascending order. */
    void key(int column, Bytes out) {
        if (column < width && isBytes(column)) {
            KeyEncoder.append(cursor.bytes(), cursor.start(column), cursor.end(column), false, out);
        } else if (value(column) instanceof LuaString text) {
            KeyEncoder.appendString(text.m_bytes, text.m_offset, text.m_offset + text.m_length, out);
        } else {
            spare.clear();
            write(column, spare, new ValueWriter(spare));
            KeyEncoder.append(spare.array(), 0, spare.length(), false, out);
        }
    }

    /**
     * The number of a column in a table of such columns. Texts, as most keys are, are looked up where they lie.
     *
     * @param key to write the key to where that cannot be
     */
    int number(int column, KeyTable table, Bytes key) {
        LuaString text = ownKey(column);
        if (text != null) {
            return table.number(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
        }
        if (column < width && isBytes(column)) {
            byte[] bytes = cursor.bytes();
            int at = cursor.start(column);
            int end = cursor.end(column);
            int body = at + MessagePack.header(bytes, at);
            if (MessagePack.kind(bytes, at) == MessagePack.Kind.STR && KeyEncoder.isOwnKey(bytes, body, end)) {
                return table.number(bytes, body, end);
            }
        }
        key.clear();
        key(column, key);
        return table.number(key.array(), 0, key.length());
    }

    /** A column that a script made, if it is a text that {@linkplain KeyEncoder#isOwnKey stands for itself} as a key; or null. */
    @Nullable
    LuaString ownKey(int column) {
        return column < width
                        && !isBytes(column)
                        && values[column] instanceof LuaString text
                        && KeyEncoder.isOwnKey(text.m_bytes, text.m_offset, text.m_offset + text.m_length)
                ? text
                : null;
    }

    /** A column that a script made, if it is a number; or null. */
    @Nullable
    LuaNumber number(int column) {
        return column < width && !isBytes(column) && values[column] instanceof LuaNumber number ? number : null;
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
