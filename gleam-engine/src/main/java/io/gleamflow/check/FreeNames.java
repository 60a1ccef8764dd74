package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaForm;
import io.gleamflow.script.ScriptText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes sure that the global names of a Lua text mean something. */
final class FreeNames {

    /** What other languages call {@code nil}. */
    private static final Set<String> NIL = Set.of("null", "NULL", "None", "undefined");

    private static final Set<String> TRUTH = Set.of("true", "false");

    private final LuaRuntime runtime;
    private final SharedNames shared;
    private final LuaPlaces places;
    private final Problems problems;

    FreeNames(LuaRuntime runtime, SharedNames shared, LuaPlaces places, Problems problems) {
        this.runtime = runtime;
        this.shared = shared;
        this.places = places;
        this.problems = problems;
    }

    /** Shared functions see neither row nor columns. */
    void checkFunctions(LuaChunk lua) {
        Set<String> known = known();
        known.addAll(Globals.EMITTERS);
        undefined(lua, known, Optional.empty(), "no function and no library here", Optional.empty());
        LibraryUse.check(lua, shared, places, "functions see no columns", problems);
        params();
    }

    /** A script that defines the functions of its step: it sees no columns, and its globals are its own. */
    void checkGeneral(LuaChunk lua) {
        Set<String> known = known();
        known.addAll(lua.assignedNames().keySet());
        undefined(lua, known, Optional.empty(), "no function and no library here", Optional.empty());
        LibraryUse.check(lua, shared, places, "columns are those of `row`", problems);
        params();
    }

    /**
     * The names of a step's script.
     *
     * @param lua the script with the columns bound, so that none of them is global
     */
    void checkScript(LuaChunk lua, Script script, LuaForm form, Scope scope) {
        assigned(lua);
        Set<String> known = known();
        known.addAll(lua.assignedNames().keySet());
        known.add(Globals.PREV);
        if (script.mayEmit()) {
            known.addAll(Globals.EMITTERS);
        }
        if (form == LuaForm.FUNCTION) {
            arguments(lua, known, scope.columns());
            undefined(lua, known, Optional.empty(), "no argument, no function and no library here", Optional.empty());
        } else if (scope.sure()) {
            known.add(ScriptText.ROW);
            undefined(
                    lua,
                    known,
                    Optional.of(scope.columns()),
                    "not a column, a parameter or a function here",
                    script.entry());
        }
        params();
        if (form != LuaForm.FUNCTION && scope.sure() && scope.columns().isNamed()) {
            MemberUse.check(ScriptText.ROW, scope.columns().names(), "a column here", places, problems);
        }
        if (form == LuaForm.FUNCTION) {
            LibraryUse.check(lua, shared, places, "columns come as arguments, by position", problems);
        } else if (scope.sure()) {
            LibraryUse.check(lua, shared, places, "there is no column of that name here", problems);
        }
    }

    private void params() {
        MemberUse.check("params", shared.params(), "a parameter", places, problems);
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(Globals.AT_HAND);
        known.addAll(shared.globals());
        if (runtime == LuaRuntime.LUAJIT) {
            known.addAll(Globals.OF_LUAJIT);
        }
        return known;
    }

    /** A global of a script is one of its process, and there may be many. */
    private void assigned(LuaChunk lua) {
        for (Map.Entry<String, Integer> assigned : lua.assignedNames().entrySet()) {
            String name = assigned.getKey();
            if (!shared.globals().contains(name)) {
                problems.add(
                        Problem.warning(places.of(name, assigned.getValue()), "`" + name + "` is a global variable")
                                .hint("write `local " + name + "`; each process has globals of its own"));
            }
        }
    }

    /** Columns are local variables of expressions only. */
    private void arguments(LuaChunk lua, Set<String> known, Columns columns) {
        lua.freeNames().forEach((name, line) -> {
            boolean column = columns.names().contains(name) || name.equals(ScriptText.ROW);
            if (column && !known.contains(name)) {
                known.add(name);
                problems.add(Problem.error(places.of(name, line), "`" + name + "` is not known inside a function")
                        .hint("columns come as arguments, by position"));
            }
        });
    }

    /** A name nobody defines; nothing is said when the functions are not known. */
    private void undefined(
            LuaChunk lua, Set<String> known, Optional<Columns> columns, String what, Optional<String> entry) {
        if (!shared.readable()) {
            return;
        }
        boolean complete = shared.complete() && !loads(lua);
        for (Map.Entry<String, Integer> free : lua.freeNames().entrySet()) {
            String name = free.getKey();
            int line = free.getValue();
            if (Globals.OF_LUAJIT.contains(name) && !known.contains(name)) {
                problems.add(Problem.error(places.of(name, line), "`" + name + "` is LuaJIT's, and this Lua has none")
                        .hint("write `runtime: luajit`"));
            } else if (!known.contains(name)) {
                String message = "`" + name + "` is " + what;
                Problem problem = complete
                        ? Problem.error(places.of(name, line), message)
                        : Problem.warning(places.of(name, line), message);
                problems.add(
                        hint(name, known, columns, entry).map(problem::hint).orElse(problem));
            }
        }
    }

    /** Whether a text may define names that do not stand in it. */
    private static boolean loads(LuaChunk lua) {
        for (String name : lua.freeNames().keySet()) {
            if (SharedNames.isLoader(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> hint(String name, Set<String> known, Optional<Columns> columns, Optional<String> entry) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NIL.contains(name) || TRUTH.contains(lower)) {
            return Optional.of("Lua's is `" + (TRUTH.contains(lower) ? lower : "nil") + "`");
        } else if (shared.params().contains(name)) {
            return Optional.of("a parameter is `params." + name + "`");
        } else if (shared.locals().contains(name)) {
            return Optional.of("it is local in `functions`; leave out `local` there");
        }
        Set<String> near = new TreeSet<>(known);
        columns.ifPresent(there -> near.addAll(there.names()));
        return Nearest.hint(name, near)
                .or(() -> Nearest.to(name, shared.params()).map(param -> "Did you mean `params." + param + "`?"))
                .or(() -> columns.filter(there -> !there.isNamed()).map(FreeNames::list))
                .or(() -> text(name, entry))
                .or(() -> columns.map(FreeNames::list));
    }

    /** YAML takes the quotes off a text that is nothing else. */
    private Optional<String> text(String name, Optional<String> entry) {
        String key = entry.map(before -> before + ": ").orElse("");
        return places.tokens().size() == 1
                ? Optional.of("for text write `" + key + "(\"" + name + "\")`")
                : Optional.empty();
    }

    private static String list(Columns columns) {
        return columns.isNamed()
                ? ColumnCheck.list(columns)
                : "columns have no names here; give them some with `as` before, or write `_1`, `_2`";
    }
}
