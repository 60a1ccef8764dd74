package io.gleamflow.script;

import org.luaj.vm2.Varargs;

/** Runs a script for its effects: rows pass on, or, when the script emits, the emitted ones take their place. */
final class ForEachRow implements LuaSink, Emitter.Output {

    private final Script script;
    private final Emitter emitter;
    private final LuaSink next;
    private final LuaRow emitted = new LuaRow();
    private LuaRow input;

    ForEachRow(Script script, Emitter emitter, LuaSink next) {
        this.script = script;
        this.input = emitted;
        this.emitter = emitter;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        Emitter.Output before = emitter.set(script.emits() ? this : null);
        input = row;
        script.call(row);
        emitter.set(before);
        if (!script.emits()) {
            row.forget();
            next.row(row);
        }
    }

    @Override
    public void emit(Varargs values) {
        int width = script.step().as().size();
        int count = values.narg();
        if (width != 0 && count != width) {
            throw script.failed(Widths.message(count, width), input);
        }
        script.make(emitted, values, count, input);
        next.row(emitted);
    }

    @Override
    public void end() {
        next.end();
    }
}
