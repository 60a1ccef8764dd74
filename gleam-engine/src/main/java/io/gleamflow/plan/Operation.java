package io.gleamflow.plan;

import io.gleamflow.flow.Head;

/** One thing done to the rows of a shard, one after the other. */
public sealed interface Operation permits LuaOperation, RowOperation, EngineOperation {

    Head head();

    /** What people call it. */
    default String title() {
        return head().title();
    }

    <R> R accept(OperationVisitor<R> visitor);
}
