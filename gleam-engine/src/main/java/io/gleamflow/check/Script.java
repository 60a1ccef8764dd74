package io.gleamflow.check;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import java.util.Optional;

/**
 * The Lua of a step, and what the step makes of it.
 *
 * @param entry the name before it, when it is one of several
 * @param prev what {@code prev} has; empty where there is no {@code prev}
 * @param keys how many columns are no values for the function of a reduce
 */
record Script(Head head, LuaText text, Wants wants, Optional<String> entry, Optional<Scope> prev, int keys) {

    /** What a step does with its script. */
    enum Wants {
        /** takes what is returned */
        RESULT,
        /** takes what is returned or emitted */
        RESULT_OR_EMIT,
        /** takes what is emitted, if anything is */
        EMIT_OR_NOTHING,
        /** calls it with the values of two rows */
        FUNCTION
    }

    static Script of(Head head, LuaText text, Wants wants) {
        return new Script(head, text, wants, Optional.empty(), Optional.empty(), 0);
    }

    Script named(String name) {
        return new Script(head, text, wants, Optional.of(name), prev, keys);
    }

    Script with(Scope previous) {
        return new Script(head, text, wants, entry, Optional.of(previous), keys);
    }

    Script keyed(int columns) {
        return new Script(head, text, wants, entry, prev, columns);
    }

    boolean mayEmit() {
        return wants == Wants.RESULT_OR_EMIT || wants == Wants.EMIT_OR_NOTHING;
    }
}
