package io.gleamflow;

import io.gleamflow.flow.LuaRuntime;

/** Whole flows on gleam's own Lua. */
class FlowRunsTest extends FlowRuns {
    FlowRunsTest() {
        super(LuaRuntime.LUAJ);
    }
}
