package io.gleamflow.descriptor;

import io.gleamflow.flow.Defaults;

/** What the readers of steps have in common. */
record Readers(
        Nodes nodes, Values values, CodeReader code, LuaFiles luaFiles, ColumnsReader columns, Defaults defaults) {}
