package io.gleamflow.lua.lib;

import java.util.Locale;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/**
 * A set of functions, each named by a constant of an enum: {@code TOSTRING} is {@code tostring} in Lua.
 *
 * @param <F> the names
 */
interface Library<F extends Enum<F>> {

    /** Calls a function. */
    Varargs call(F function, Varargs arguments);

    /** Puts functions into a table. */
    default void addTo(LuaTable table, F[] functions) {
        for (F function : functions) {
            table.set(nameOf(function), new Function<>(this, function));
        }
    }

    private static String nameOf(Enum<?> function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A function as a Lua value.
     *
     * @param <F> the names of its library
     */
    final class Function<F extends Enum<F>> extends VarArgFunction {
        private final Library<F> library;
        private final F function;

        Function(Library<F> library, F function) {
            this.library = library;
            this.function = function;
        }

        @Override
        public Varargs invoke(Varargs arguments) {
            return library.call(function, arguments);
        }

        @Override
        public String name() {
            return nameOf(function);
        }
    }
}
