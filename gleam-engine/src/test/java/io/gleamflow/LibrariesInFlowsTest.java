package io.gleamflow;

import io.gleamflow.flow.LuaRuntime;

/** Libraries in flows on gleam's own Lua. */
class LibrariesInFlowsTest extends LibrariesInFlows {
    LibrariesInFlowsTest() {
        super(LuaRuntime.LUAJ);
    }
}
