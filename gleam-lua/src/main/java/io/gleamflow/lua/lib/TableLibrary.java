package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.text.Bytes;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code table}. */
final class TableLibrary implements Library<TableLibrary.Name> {
    private static final LuaString N = LuaString.valueOf("n");

    enum Name {
        CONCAT,
        FOREACH,
        FOREACHI,
        GETN,
        INSERT,
        MAXN,
        MOVE,
        PACK,
        REMOVE,
        SORT,
        UNPACK
    }

    static LuaTable table() {
        LuaTable table = new LuaTable();
        new TableLibrary().addTo(table, Name.values());
        return table;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case CONCAT -> concat(args);
            case FOREACH -> foreach(Arguments.table(args, 1), Arguments.function(args, 2));
            case FOREACHI -> foreachi(Arguments.table(args, 1), Arguments.function(args, 2));
            case GETN -> LuaInteger.valueOf(Arguments.table(args, 1).rawlen());
            case INSERT -> insert(args);
            case MAXN -> maxn(Arguments.table(args, 1));
            case MOVE -> move(args);
            case PACK -> pack(args);
            case REMOVE -> remove(args);
            case SORT -> sort(args);
            case UNPACK -> BaseLibrary.unpack(args);
        };
    }

    private static Varargs concat(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        LuaString separator = Arguments.string(args, 2, LuaValue.EMPTYSTRING);
        long from = Arguments.integer(args, 3, 1);
        long to = args.isnoneornil(4) ? table.rawlen() : Arguments.integer(args, 4);
        Bytes all = new Bytes(64);
        for (long i = from; i <= to; i++) {
            LuaValue value = table.rawget((int) i);
            if (!value.isstring()) {
                throw new LibraryError(
                        "invalid value (" + value.typename() + ") at index " + i + " in table for 'concat'");
            }
            all.add(value.strvalue());
            if (i < to) {
                all.add(separator);
            }
        }
        return all.toLuaString();
    }

    private static Varargs foreach(LuaTable table, LuaFunction function) {
        for (Varargs entry = table.next(LuaValue.NIL); !entry.isnil(1); entry = table.next(entry.arg1())) {
            LuaValue result = Callback.call(function, entry.arg1(), entry.arg(2));
            if (!result.isnil()) {
                return result;
            }
        }
        return LuaValue.NONE;
    }

    private static Varargs foreachi(LuaTable table, LuaFunction function) {
        int length = table.rawlen();
        for (int i = 1; i <= length; i++) {
            LuaValue result = Callback.call(function, LuaInteger.valueOf(i), table.rawget(i));
            if (!result.isnil()) {
                return result;
            }
        }
        return LuaValue.NONE;
    }

    private static Varargs insert(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        int end = table.rawlen() + 1;
        if (args.narg() == 2) {
            table.rawset(end, args.arg(2));
        } else if (args.narg() == 3) {
            int position = Arguments.integer(args, 2);
            for (int i = end; i > position; i--) {
                table.rawset(i, table.rawget(i - 1));
            }
            table.rawset(position, args.arg(3));
        } else {
            throw new LibraryError("wrong number of arguments to 'insert'");
        }
        return LuaValue.NONE;
    }

    private static Varargs remove(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        int length = table.rawlen();
        if (args.isnoneornil(2)) {
            if (length == 0) {
                return LuaValue.NONE;
            }
            LuaValue last = table.rawget(length);
            table.rawset(length, LuaValue.NIL);
            return last;
        }
        int position = Arguments.integer(args, 2);
        if (position < 1 || position > length) {
            return LuaValue.NONE;
        }
        LuaValue removed = table.rawget(position);
        for (int i = position; i < length; i++) {
            table.rawset(i, table.rawget(i + 1));
        }
        table.rawset(length, LuaValue.NIL);
        return removed;
    }

    private static Varargs maxn(LuaTable table) {
        double most = 0;
        for (Varargs entry = table.next(LuaValue.NIL); !entry.isnil(1); entry = table.next(entry.arg1())) {
            if (entry.arg1() instanceof LuaNumber number) {
                most = Math.max(most, number.todouble());
            }
        }
        return LuaValue.valueOf(most);
    }

    private static Varargs move(Varargs args) {
        LuaTable from = Arguments.table(args, 1);
        int first = Arguments.integer(args, 2);
        int last = Arguments.integer(args, 3);
        int to = Arguments.integer(args, 4);
        LuaTable target = args.isnoneornil(5) ? from : Arguments.table(args, 5);
        boolean forward = to > last || to <= first || !target.equals(from);
        for (int i = 0; i <= last - first; i++) {
            int offset = forward ? i : last - first - i;
            target.rawset(to + offset, from.rawget(first + offset));
        }
        return target;
    }

    private static Varargs pack(Varargs args) {
        LuaTable table = new LuaTable(args.narg(), 1);
        for (int i = 1; i <= args.narg(); i++) {
            table.rawset(i, args.arg(i));
        }
        table.rawset(N, LuaInteger.valueOf(args.narg()));
        return table;
    }

    private static Varargs sort(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        LuaFunction less = args.isnoneornil(2) ? null : Arguments.function(args, 2);
        int length = table.rawlen();
        LuaValue[] values = new LuaValue[length];
        for (int i = 0; i < length; i++) {
            values[i] = table.rawget(i + 1);
        }
        try {
            new Sorting(values, less).sort();
        } finally {
            for (int i = 0; i < length; i++) {
                table.rawset(i + 1, values[i]);
            }
        }
        return LuaValue.NONE;
    }
}
