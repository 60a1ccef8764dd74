package io.gleamflow.script;

import io.gleamflow.flow.Head;
import io.gleamflow.lua.ScriptExit;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;

/**
 * Goes on behind a row on which the script of a step fails, as if it had never come. A script that ends its process or uses
 * up the memory ends the task all the same, and so does what is not the fault of the row.
 */
final class GuardedRows implements LuaSink {

    private final Head step;
    private final LuaSink guarded;
    private final HeldRows made;
    private final Emitter emitter;
    private final RejectSink rejects;
    private final Bytes came = new Bytes(256);
    private final ValueWriter values = new ValueWriter(came);

    /**
     * @param guarded hands its rows to {@code made}
     */
    GuardedRows(Head step, LuaSink guarded, HeldRows made, Emitter emitter, RejectSink rejects) {
        this.step = step;
        this.guarded = guarded;
        this.made = made;
        this.emitter = emitter;
        this.rejects = rejects;
    }

    @Override
    public void row(LuaRow row) {
        rejects.came();
        came.clear();
        for (int i = 0; i < row.width(); i++) {
            row.write(i, came, values);
        }
        Emitter.Output before = emitter.set(null);
        try {
            guarded.row(row);
        } catch (ScriptFailedException e) {
            if (!isOfRow(e)) {
                throw e;
            }
            made.forget();
            rejects.reject(String.valueOf(e.getMessage()), came.array(), 0, came.length(), e.names());
            return;
        } finally {
            emitter.set(before);
        }
        made.release();
    }

    private boolean isOfRow(ScriptFailedException e) {
        return e.step().equals(step)
                && e.row().length > 0
                && !(e.getCause() instanceof OutOfMemoryError)
                && !(e.getCause() instanceof ScriptExit);
    }

    @Override
    public void end() {
        guarded.end();
    }
}
