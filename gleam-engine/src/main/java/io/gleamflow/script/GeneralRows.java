package io.gleamflow.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.Varargs;

/**
 * The general step: {@code init()} before the first row, {@code process(row, emit)} for each, {@code finish(emit)} behind the
 * last; with keys, for each key. The text is loaded once, not for each key: what a key must not see of the one before, {@code
 * init} sets anew. Without keys {@code init} and {@code finish} are called even when there are no rows.
 */
final class GeneralRows implements LuaSink, Emitter.Output {

    private final GeneralScript script;
    private final boolean perKey;
    private final KeyWatch keys;
    private final Emitter emitter;
    private final Runnable keySettled;
    private final LuaSink next;
    private final RowTable tables;
    private final int width;
    private final LuaRow made = new LuaRow();
    private @Nullable LuaRow input;

    /**
     * @param keySettled run between two keys
     */
    GeneralRows(GeneralScript script, List<Integer> per, Emitter emitter, Runnable keySettled, LuaSink next) {
        this.script = script;
        this.perKey = !per.isEmpty();
        this.keys = new KeyWatch(per);
        this.emitter = emitter;
        this.keySettled = keySettled;
        this.next = next;
        this.tables = new RowTable(script.failures().columns().names());
        this.width = script.failures().step().as().size();
    }

    @Override
    public void row(LuaRow row) {
        boolean first = !keys.any();
        if (keys.begins(row)) {
            if (!first) {
                finish();
                keySettled.run();
            }
            init();
        }
        input = row;
        try {
            emitting(() -> script.process(tables.of(row), emitter, row));
        } finally {
            input = null;
        }
    }

    private void init() {
        Emitter.Output before = emitter.set(null);
        script.init();
        emitter.set(before);
    }

    private void finish() {
        emitting(() -> script.finish(emitter));
    }

    private void emitting(Runnable call) {
        Emitter.Output before = emitter.set(this);
        call.run();
        emitter.set(before);
    }

    @Override
    public void emit(Varargs values) {
        int count = values.narg();
        if (width != 0 && count != width) {
            throw script.failures().of(Widths.message(count, width), input);
        }
        try {
            made.set(values, count);
        } catch (LuaError e) {
            throw script.failures().of(String.valueOf(e.getMessage()), input);
        }
        next.row(made);
    }

    @Override
    public void end() {
        if (!perKey && !keys.any()) {
            init();
            finish();
        } else if (keys.any()) {
            finish();
        }
        next.end();
    }
}
