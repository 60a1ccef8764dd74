package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.lua.LuaFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives what goes wrong in a script its step, the row and the place.
 *
 * @param columns of the rows the script sees
 * @param namesColumns whether local variables of the script may be columns
 * @param place where the script is, to be told when nothing better is known; empty for that of the step
 */
record StepFailures(Head step, Columns columns, boolean namesColumns, Optional<Place> place) {

    private static final Pattern LOCAL = Pattern.compile("^(attempt to .*?)(?:local|upvalue) '([^']+)'");

    /** A line of a text. */
    record Place(String file, int line) {}

    /** What Lua threw on a row, if there was one. */
    RuntimeException of(Throwable thrown, @Nullable LuaRow row) {
        if (thrown instanceof ScriptFailedException already) {
            return already;
        }
        LuaFailure failure = LuaFailure.of(thrown);
        Place at = failure.line() == 0 || failure.chunkName().isEmpty()
                ? fallback()
                : new Place(failure.chunkName(), failure.line());
        return failed(named(failure.message()), at, row, thrown);
    }

    /** A message of ours. */
    RuntimeException of(String message, @Nullable LuaRow row) {
        return failed(message, fallback(), row, null);
    }

    private Place fallback() {
        return place.orElse(new Place("", 0));
    }

    private RuntimeException failed(String message, Place at, @Nullable LuaRow row, @Nullable Throwable cause) {
        byte[] bytes = row == null ? new byte[0] : row.copy();
        return new ScriptFailedException(step, message, at.file(), at.line(), bytes, columns.names(), cause);
    }

    /** What Lua calls a local variable is a column to who wrote the script, unless they named the arguments themselves. */
    private String named(String message) {
        Matcher local = LOCAL.matcher(message);
        return namesColumns && local.find() && columns.names().contains(local.group(2))
                ? local.group(1) + "column '" + local.group(2) + "'" + message.substring(local.end())
                : message;
    }
}
