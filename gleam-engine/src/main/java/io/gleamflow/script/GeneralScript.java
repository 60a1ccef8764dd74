package io.gleamflow.script;

import io.gleamflow.lua.ScriptExit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/**
 * The functions that the text of a general step has defined.
 *
 * @param start {@code init} or nil
 * @param each {@code process}
 * @param last {@code finish} or nil
 */
record GeneralScript(StepFailures failures, LuaValue start, LuaValue each, LuaValue last) {

    private static final String PROCESS = "process";
    private static final String INIT = "init";
    private static final String FINISH = "finish";

    /**
     * What is wrong with what was defined.
     *
     * @param file the text, as people know it
     * @return empty when nothing is
     */
    static String complaint(LuaTable environment, String file) {
        if (environment.rawget(PROCESS).isnil()) {
            return file + " defines no global function `process(row, emit)`";
        }
        for (String name : List.of(INIT, PROCESS, FINISH)) {
            LuaValue defined = environment.rawget(name);
            if (!defined.isnil() && !defined.isfunction()) {
                return "`" + name + "` of " + file + " is a " + defined.typename() + ", not a function";
            }
        }
        return "";
    }

    static GeneralScript of(StepFailures failures, LuaTable environment) {
        return new GeneralScript(
                failures, environment.rawget(INIT), environment.rawget(PROCESS), environment.rawget(FINISH));
    }

    void init() {
        call(start, LuaValue.NIL, LuaValue.NIL, null);
    }

    void process(LuaTable table, Emitter emitter, LuaRow row) {
        call(each, table, emitter, row);
    }

    void finish(Emitter emitter) {
        call(last, emitter, LuaValue.NIL, null);
    }

    private void call(LuaValue function, LuaValue first, LuaValue second, @Nullable LuaRow row) {
        if (function.isnil()) {
            return;
        }
        try {
            function.invoke(first, second);
        } catch (Tunnel tunnel) {
            throw tunnel.cargo();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | ScriptExit e) {
            throw failures.of(e, row);
        }
    }
}
