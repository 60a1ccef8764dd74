package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.lua.LuaCall;
import io.gleamflow.lua.ScriptExit;
import java.util.Optional;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The compiled script of a step: takes a row apart into the arguments it wants. */
final class Script {

    private final StepFailures failures;
    private final LuaFunction function;
    private final LuaCall call;
    private final int[] wanted;
    private final boolean byPosition;
    private final boolean wantsRow;
    private final boolean wantsPrev;
    private final boolean emits;
    private final RowTable tables;

    /**
     * A script.
     *
     * @param place what is told when Lua does not know the line; empty for that of the step
     */
    Script(Head step, ScriptText text, Columns columns, Optional<StepFailures.Place> place, LuaFunction function) {
        this.function = function;
        this.call = new LuaCall(function);
        this.wanted = text.columns().stream().mapToInt(i -> i).toArray();
        this.byPosition = text.form() == LuaForm.FUNCTION;
        this.wantsRow = text.wantsRow();
        this.wantsPrev = text.wantsPrev();
        this.emits = text.mentionsEmit();
        this.failures = new StepFailures(step, columns, !byPosition, place);
        this.tables = new RowTable(columns.names());
    }

    Head step() {
        return failures.step();
    }

    LuaFunction function() {
        return function;
    }

    boolean emits() {
        return emits;
    }

    boolean wantsPrev() {
        return wantsPrev;
    }

    /** What the script returns for a row, in a step without {@code prev}. */
    Varargs call(LuaRow row) {
        return call(row, LuaValue.NIL);
    }

    /** What the script returns for a row. */
    Varargs call(LuaRow row, LuaValue prev) {
        try {
            if (byPosition) {
                return callByPosition(row);
            }
            int count = wanted.length;
            boolean tablesToo = wantsRow || wantsPrev;
            if (!tablesToo && count <= 2) {
                return count == 1
                        ? call.with(row.value(wanted[0]))
                        : count == 0 ? function.invoke() : call.with(row.value(wanted[0]), row.value(wanted[1]));
            }
            return function.invoke(arguments(row, prev));
        } catch (Tunnel tunnel) {
            throw tunnel.cargo();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ScriptExit e) {
            throw failures.of(e, row);
        }
    }

    private LuaValue[] arguments(LuaRow row, LuaValue prev) {
        int count = wanted.length;
        LuaValue[] arguments = new LuaValue[count + (wantsRow ? 1 : 0) + (wantsPrev ? 1 : 0)];
        for (int i = 0; i < count; i++) {
            arguments[i] = row.value(wanted[i]);
        }
        if (wantsRow) {
            arguments[count] = tables.of(row);
        }
        if (wantsPrev) {
            arguments[arguments.length - 1] = prev;
        }
        return arguments;
    }

    private Varargs callByPosition(LuaRow row) {
        return switch (row.width()) {
            case 1 -> call.with(row.value(0));
            case 2 -> call.with(row.value(0), row.value(1));
            default -> function.invoke(row.arguments());
        };
    }

    /** The first value the script returns for a row; no function. */
    LuaValue value(LuaRow row, LuaValue prev) {
        LuaValue value = call(row, prev).arg1();
        refuseFunction(value, row);
        return value;
    }

    /** Gives what Lua threw the step and the row. */
    RuntimeException failed(Throwable thrown, LuaRow row) {
        return failures.of(thrown, row);
    }

    /** A failure with a message of ours. */
    RuntimeException failed(String message, LuaRow row) {
        return failures.of(message, row);
    }

    /** Puts a value of the script's for one row into another, or the same. */
    void put(LuaRow made, int column, LuaValue value, LuaRow row) {
        try {
            made.put(column, value);
        } catch (LuaError e) {
            throw failed(String.valueOf(e.getMessage()), row);
        }
    }

    /** Makes a row of what the script gave for another. */
    void make(LuaRow made, Varargs values, int count, LuaRow row) {
        try {
            made.set(values, count);
        } catch (LuaError e) {
            throw failed(String.valueOf(e.getMessage()), row);
        }
    }

    /** The same with columns of the other row before. */
    void make(LuaRow made, int[] keep, Varargs values, int count, LuaRow row) {
        try {
            made.set(row, keep, values, count);
        } catch (LuaError e) {
            throw failed(String.valueOf(e.getMessage()), row);
        }
    }

    /** Refuses a function where a value is wanted: the author forgot to call it. */
    void refuseFunction(LuaValue value, LuaRow row) {
        if (value.isfunction()) {
            throw failed("the result is a function; call it, as in `parse(line)`", row);
        }
    }
}
