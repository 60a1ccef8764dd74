package io.gleamflow.descriptor;

import io.gleamflow.flow.Defaults;

/** What the readers of steps have in common. */
record Readers(
        Nodes nodes, Values values, CodeReader code, LuaFiles luaFiles, ColumnsReader columns, Defaults defaults) {

    /** The same for steps that get what others reject. */
    Readers withoutRejects() {
        return new Readers(nodes, values, code, luaFiles, columns, defaults.withoutRejects());
    }
}
