package io.gleamflow.check;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;

/** The Lua of a step, and what the step makes of it. */
record Script(Head head, LuaText text, Wants wants) {

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

    boolean mayEmit() {
        return wants == Wants.RESULT_OR_EMIT || wants == Wants.EMIT_OR_NOTHING;
    }
}
