package io.gleamflow.script;

import io.gleamflow.lua.LuaCall;
import io.gleamflow.lua.ScriptExit;
import java.util.List;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Any number of rows for each: a script returns an iterator, as the generic {@code for} takes it, or a list, or nothing
 * and emits.
 */
final class FlatMapRows implements LuaSink, Emitter.Output {

    private final Script script;
    private final Emitter emitter;
    private final LuaSink next;
    private final int width;
    private final int[] keep;
    private final LuaRow made = new LuaRow();
    private LuaRow input;

    /**
     * @param keep columns of the row that stand before those the script makes
     */
    FlatMapRows(Script script, List<Integer> keep, Emitter emitter, LuaSink next) {
        this.script = script;
        this.keep = keep.stream().mapToInt(i -> i).toArray();
        this.input = made;
        this.emitter = emitter;
        this.next = next;
        this.width = script.step().as().size();
    }

    @Override
    public void row(LuaRow row) {
        Emitter.Output before = emitter.set(this);
        input = row;
        Varargs result = script.call(row);
        LuaValue first = result.arg1();
        if (first.isfunction()) {
            iterate(first, result.arg(2), result.arg(3), row);
        } else if (first.istable()) {
            list((LuaTable) first, row);
        } else if (!first.isnil()) {
            throw script.failed("flatMap wants an iterator, a list or nothing, and got a " + first.typename(), row);
        }
        emitter.set(before);
    }

    private void iterate(LuaValue iterator, LuaValue state, LuaValue start, LuaRow row) {
        LuaValue control = start;
        while (true) {
            Varargs values = step(iterator, state, control, row);
            control = values.arg1();
            if (control.isnil()) {
                return;
            }
            pass(values, row);
            // whatever ran behind may have set another output
            emitter.set(this);
        }
    }

    private Varargs step(LuaValue iterator, LuaValue state, LuaValue control, LuaRow row) {
        try {
            return iterator instanceof LuaFunction function
                    ? LuaCall.once(function, state, control)
                    : iterator.invoke(state, control);
        } catch (Tunnel tunnel) {
            throw tunnel.cargo();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ScriptExit e) {
            throw script.failed(e, row);
        }
    }

    private void list(LuaTable list, LuaRow row) {
        int size = size(list, row);
        if (size == TableShape.MAP) {
            throw script.failed("flatMap wants a list, and got a table without elements from 1", row);
        }
        for (int i = 1; i <= size; i++) {
            LuaValue element = list.rawget(i);
            int columns = element.istable() ? size((LuaTable) element, row) : TableShape.MAP;
            pass(columns == TableShape.MAP ? element : elements((LuaTable) element, columns), row);
            emitter.set(this);
        }
    }

    private int size(LuaTable table, LuaRow row) {
        try {
            return TableShape.listSize(table);
        } catch (LuaError e) {
            throw script.failed(String.valueOf(e.getMessage()), row);
        }
    }

    private static Varargs elements(LuaTable list, int count) {
        LuaValue[] elements = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            elements[i] = list.rawget(i + 1);
        }
        return LuaValue.varargsOf(elements);
    }

    private void pass(Varargs values, LuaRow row) {
        int count = values.narg();
        if (width != 0 && count != width) {
            throw script.failed(Widths.message(count, width), row);
        }
        if (keep.length == 0) {
            script.make(made, values, count, row);
        } else {
            script.make(made, keep, values, count, row);
        }
        next.row(made);
    }

    @Override
    public void emit(Varargs values) {
        pass(values, input);
    }

    @Override
    public void end() {
        next.end();
    }
}
