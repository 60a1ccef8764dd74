package io.gleamflow.descriptor;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a flow for a step that cannot be read, so that the others can be checked: it knows nothing of its rows
 * but what {@code as} says. Such a flow has errors and never runs.
 */
final class Unread {

    private Unread() {}

    static Step step(String verb, Place place, boolean source) {
        return step(Head.of(verb, place, Optional.empty(), List.of()), source);
    }

    /** Lua that is empty is never read from a descriptor; it marks the stand-in. */
    static Step step(Head head, boolean source) {
        return source
                ? new SourceStep.Rows(head, List.of(), List.of())
                : new RowStep.Map(head, functions(head.place()), List.of());
    }

    static LuaText functions(Place place) {
        return new LuaText("", place, place.line(), true, false);
    }
}
