package io.gleamflow.lua.cured;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Several values in an array with room in front of them. LuaJ chains lists, so that a recursion that returns one more value at each
 * level, as {@code return pcall(f)} does, takes the square of its depth.
 */
public final class ValueList extends Varargs {
    private final Room room;
    private final int start;

    /** What lists share: each is the end of the array from its start on, and the first free place is the next one's. */
    private static final class Room {
        private final LuaValue[] values;
        private int first;

        Room(int size) {
            values = new LuaValue[size];
            first = size;
        }
    }

    private ValueList(Room room, int start) {
        this.room = room;
        this.start = start;
    }

    /** A value, and the values after it. */
    public static Varargs of(LuaValue first, Varargs rest) {
        return switch (rest.narg()) {
            case 0 -> first;
            case 1 -> new Varargs.PairVarargs(first, rest.arg1());
            default -> before(new LuaValue[] {first}, 0, 1, rest);
        };
    }

    /** Two values, and the values after them. */
    public static Varargs of(LuaValue first, LuaValue second, Varargs rest) {
        return of(first, of(second, rest));
    }

    /** The values of an array, and the values after them. */
    public static Varargs of(LuaValue[] values, Varargs rest) {
        return of(values, 0, values.length, rest);
    }

    /** The values of a part of an array, and the values after them. */
    public static Varargs of(LuaValue[] values, int offset, int length, Varargs rest) {
        if (rest.narg() == 0) {
            return LuaValue.varargsOf(values, offset, length);
        }
        return switch (length) {
            case 0 -> rest;
            case 1 -> of(values[offset], rest);
            default -> before(values, offset, length, rest);
        };
    }

    private static ValueList before(LuaValue[] values, int offset, int length, Varargs rest) {
        Room room = rest instanceof ValueList list && list.start == list.room.first && list.start >= length
                ? list.room
                : roomWith(rest, length);
        room.first -= length;
        System.arraycopy(values, offset, room.values, room.first, length);
        return new ValueList(room, room.first);
    }

    /** Values that once were put before others will be again. */
    private static Room roomWith(Varargs values, int wanted) {
        int count = values.narg();
        int spare = values instanceof ValueList ? count : 0;
        Room room = new Room(wanted + count + spare);
        room.first -= count;
        values.copyto(room.values, room.first, count);
        return room;
    }

    @Override
    public LuaValue arg(int i) {
        return i >= 1 && i <= narg() ? room.values[start + i - 1] : LuaValue.NIL;
    }

    @Override
    public int narg() {
        return room.values.length - start;
    }

    @Override
    public LuaValue arg1() {
        return room.values[start];
    }

    @Override
    public Varargs subargs(int from) {
        if (from == 1) {
            return this;
        }
        return from > narg() ? LuaValue.NONE : new ValueList(room, start + from - 1);
    }

    @Override
    public void copyto(LuaValue[] destination, int offset, int length) {
        int known = Math.min(length, narg());
        System.arraycopy(room.values, start, destination, offset, known);
        for (int i = known; i < length; i++) {
            destination[offset + i] = LuaValue.NIL;
        }
    }

    @Override
    public Varargs dealias() {
        return this;
    }
}
