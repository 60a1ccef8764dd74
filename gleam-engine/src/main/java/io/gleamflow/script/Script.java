package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.lua.LuaFailure;
import io.gleamflow.lua.ScriptExit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The compiled script of a step: takes a row apart into the arguments it wants. */
final class Script {

    private static final Pattern LOCAL = Pattern.compile("^(attempt to .*?)(?:local|upvalue) '([^']+)'");

    private final Head step;
    private final Columns columns;
    private final LuaFunction function;
    private final int[] wanted;
    private final boolean byPosition;
    private final boolean wantsRow;
    private final boolean emits;

    Script(Head step, ScriptText text, Columns columns, LuaFunction function) {
        this.step = step;
        this.columns = columns;
        this.function = function;
        this.wanted = text.columns().stream().mapToInt(i -> i).toArray();
        this.byPosition = text.form() == LuaForm.FUNCTION;
        this.wantsRow = text.wantsRow();
        this.emits = text.mentionsEmit();
    }

    Head step() {
        return step;
    }

    LuaFunction function() {
        return function;
    }

    boolean emits() {
        return emits;
    }

    /** What the script returns for a row. */
    Varargs call(LuaRow row) {
        try {
            if (byPosition) {
                return callByPosition(row);
            }
            int count = wanted.length;
            if (!wantsRow && count <= 2) {
                return count == 1
                        ? function.invoke(row.value(wanted[0]))
                        : count == 0 ? function.invoke() : function.invoke(row.value(wanted[0]), row.value(wanted[1]));
            }
            LuaValue[] arguments = new LuaValue[wantsRow ? count + 1 : count];
            for (int i = 0; i < count; i++) {
                arguments[i] = row.value(wanted[i]);
            }
            if (wantsRow) {
                arguments[count] = table(row);
            }
            return function.invoke(arguments);
        } catch (Tunnel tunnel) {
            throw tunnel.cargo();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ScriptExit e) {
            throw failed(e, row);
        }
    }

    private Varargs callByPosition(LuaRow row) {
        return switch (row.width()) {
            case 1 -> function.invoke(row.value(0));
            case 2 -> function.invoke(row.value(0), row.value(1));
            default -> function.invoke(row.arguments());
        };
    }

    /** The table {@code row}: columns by position, and by name where they have names. */
    private LuaTable table(LuaRow row) {
        LuaTable table = new LuaTable(row.width(), columns.names().size());
        List<String> names = columns.names();
        for (int i = 0; i < row.width(); i++) {
            table.rawset(i + 1, row.value(i));
            if (i < names.size()) {
                table.rawset(LuaValue.valueOf(names.get(i)), row.value(i));
            }
        }
        return table;
    }

    /** Gives what Lua threw the step and the row. */
    RuntimeException failed(Throwable thrown, LuaRow row) {
        if (thrown instanceof ScriptFailedException already) {
            return already;
        }
        LuaFailure failure = LuaFailure.of(thrown);
        return new ScriptFailedException(
                step,
                named(failure.message()),
                failure.chunkName(),
                failure.line(),
                row.copy(),
                columns.names(),
                thrown);
    }

    /** What Lua calls a local variable is a column to who wrote the script, unless they named the arguments themselves. */
    private String named(String message) {
        Matcher local = LOCAL.matcher(message);
        return !byPosition && local.find() && columns.names().contains(local.group(2))
                ? local.group(1) + "column '" + local.group(2) + "'" + message.substring(local.end())
                : message;
    }

    /** Makes a row of what the script gave for another. */
    void make(LuaRow made, Varargs values, int count, LuaRow row) {
        try {
            made.set(values, count);
        } catch (LuaError e) {
            throw failed(String.valueOf(e.getMessage()), row);
        }
    }

    /** A failure with a message of ours. */
    RuntimeException failed(String message, LuaRow row) {
        return new ScriptFailedException(step, message, "", 0, row.copy(), columns.names(), null);
    }

    /** Refuses a function where a value is wanted: the author forgot to call it. */
    void refuseFunction(LuaValue value, LuaRow row) {
        if (value.isfunction()) {
            throw failed("the result is a function; call it, as in `parse(line)`", row);
        }
    }
}
