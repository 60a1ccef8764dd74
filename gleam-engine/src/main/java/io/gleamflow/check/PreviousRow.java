package io.gleamflow.check;

import io.gleamflow.lua.LuaChunk;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaForm;
import java.util.HashMap;
import java.util.Map;

/** Makes sure that {@code prev}, the row before, is used where it is there. */
final class PreviousRow {

    private final Script script;
    private final LuaForm form;
    private final LuaPlaces places;
    private final Problems problems;

    PreviousRow(Script script, LuaForm form, LuaPlaces places, Problems problems) {
        this.script = script;
        this.form = form;
        this.places = places;
        this.problems = problems;
    }

    /**
     * Looks at a text.
     *
     * @param lua the text without its columns
     */
    void check(LuaChunk lua) {
        Map<String, Integer> names = new HashMap<>(lua.freeNames());
        for (Map.Entry<String, Integer> assigned : lua.assignedNames().entrySet()) {
            names.putIfAbsent(assigned.getKey(), assigned.getValue());
        }
        Integer line = names.get(Globals.PREV);
        if (line == null) {
            return;
        }
        if (script.prev().isEmpty()) {
            problems.add(Problem.error(places.of(Globals.PREV, line), "`prev` is for `set`, `map` and `filter`")
                    .hint("a `lua` step can remember what it wants"));
        } else if (form == LuaForm.FUNCTION) {
            problems.add(Problem.error(places.of(Globals.PREV, line), "`prev` is not known inside a function")
                    .hint("write an expression, or a `|` block with `return`"));
        } else {
            Scope previous = script.prev().get();
            if (previous.sure() && previous.columns().isNamed()) {
                MemberUse.check(
                        Globals.PREV, previous.columns().names(), "a column of the row before", places, problems);
            }
        }
    }
}
