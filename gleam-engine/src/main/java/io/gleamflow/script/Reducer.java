package io.gleamflow.script;

import io.gleamflow.lua.Int64;
import io.gleamflow.lua.LuaCall;
import io.gleamflow.lua.ScriptExit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The combining function of a reduction, and the values combined so far, {@code width} of them for each key. Numbers lie
 * unboxed in one array; only other values are objects. A key is known by its number.
 */
final class Reducer {

    private final Script script;
    private final LuaFunction function;
    private final LuaCall call;
    private final int keys;
    private int width = -1;
    private double[] numbers = new double[16];
    private @Nullable LuaValue @Nullable [] others;
    private long memory;

    /**
     * @param keys how many columns stand before the values
     */
    Reducer(Script script, LuaFunction function, int keys) {
        this.script = script;
        this.function = function;
        this.call = new LuaCall(function);
        this.keys = keys;
    }

    int keys() {
        return keys;
    }

    /** How many values follow the key; known once there was a row. */
    int width() {
        return width;
    }

    /** Bytes the values need, about. */
    long memory() {
        return memory;
    }

    /**
     * Whether a row of a key and one number is combined with others by calculating, so that it may as well happen later: there is
     * nothing else among the values so far.
     */
    boolean calculates() {
        return width == 1 && others == null && call.isCalculation();
    }

    /** Takes the number of the first row of a key, or combines what the key has with one more, where this calculates. */
    void calculate(int key, double value, boolean first) {
        if (first) {
            put(key, value);
            memory += Double.BYTES;
        } else {
            numbers[key] = call.with(numbers[key], value);
        }
    }

    /** Takes the values of the first row of a key. */
    void first(int key, LuaRow row) {
        for (int i = 0; i < width; i++) {
            put(key * width + i, row.value(keys + i));
        }
        memory += 8L * width;
    }

    /** Combines what a key has with the values of one more row. */
    void add(int key, LuaRow row) {
        int at = key * width;
        try {
            if (calculates() && row.value(keys) instanceof LuaNumber value) {
                calculate(key, value.todouble(), false);
            } else if (width == 1) {
                Varargs result = call.with(get(at), row.value(keys));
                if (result.narg() != 1) {
                    throw script.failed(tooMany(result.narg()), row);
                }
                put(at, result.arg1());
            } else {
                addWide(at, row);
            }
        } catch (Tunnel tunnel) {
            throw tunnel.cargo();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ScriptExit e) {
            throw script.failed(e, row);
        }
    }

    private void addWide(int at, LuaRow row) {
        LuaValue[] arguments = new LuaValue[2 * width];
        for (int i = 0; i < width; i++) {
            arguments[i] = get(at + i);
            arguments[width + i] = row.value(keys + i);
        }
        Varargs result = function.invoke(arguments);
        if (result.narg() != width) {
            throw script.failed(tooMany(result.narg()), row);
        }
        for (int i = 0; i < width; i++) {
            put(at + i, result.arg(i + 1));
        }
    }

    private String tooMany(int count) {
        return "the function returned " + count + (count == 1 ? " value" : " values") + " where a row has " + width
                + besideKey();
    }

    private String besideKey() {
        return keys == 0 ? "" : " beside the key";
    }

    /** Makes the row of a key: its columns, as the bytes they are, and its values from {@code from} on. */
    void fill(LuaRow row, byte[] key, int start, int end, int from) {
        try {
            row.set(key, start, end);
            for (int i = 0; i < width; i++) {
                row.put(keys + i, get(from + i));
            }
        } catch (LuaError e) {
            throw new ScriptFailedException(
                    script.step(), String.valueOf(e.getMessage()), "", 0, new byte[0], List.of(), e);
        }
    }

    /** Refuses a row that cannot be reduced with those before it; every row is to be checked before it is taken. */
    void check(LuaRow row) {
        int values = row.width() - keys;
        if (values < 1) {
            throw script.failed("a row has no value" + besideKey() + ", so there is nothing to reduce", row);
        }
        if (width < 0) {
            width = values;
        } else if (values != width) {
            throw script.failed(
                    "a row has " + values + " values" + besideKey() + ", and rows before it had " + width, row);
        }
    }

    /** A value by its place: {@code key * width + index}. */
    LuaValue get(int at) {
        LuaValue other = others == null || at >= others.length ? null : others[at];
        return other == null ? LuaValue.valueOf(numbers[at]) : other;
    }

    private void put(int at, LuaValue value) {
        if (value.type() == LuaValue.TNUMBER && !(value instanceof Int64)) {
            put(at, value.todouble());
            if (others != null && at < others.length) {
                others[at] = null;
            }
        } else {
            putOther(at, value);
        }
    }

    private void put(int at, double number) {
        room(at);
        numbers[at] = number;
    }

    private void room(int at) {
        if (at >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(at + 1, numbers.length * 2));
        }
    }

    private void putOther(int at, LuaValue value) {
        room(at);
        LuaValue[] slots = others;
        if (slots == null) {
            slots = new LuaValue[numbers.length];
        } else if (at >= slots.length) {
            slots = Arrays.copyOf(slots, numbers.length);
        }
        memory += size(value) - size(slots[at]);
        slots[at] = value;
        others = slots;
    }

    private static long size(@Nullable LuaValue value) {
        return value == null ? 0 : value.isstring() ? 64L + value.rawlen() : 512;
    }

    /** Forgets all keys, and how many values they had. */
    void clear() {
        width = -1;
        others = null;
        memory = 0;
    }
}
