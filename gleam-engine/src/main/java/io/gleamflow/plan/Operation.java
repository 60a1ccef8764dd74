package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import java.util.List;

/** One thing done to the rows of a shard, one after the other. */
public sealed interface Operation permits LuaOperation, RowOperation, EngineOperation {

    Head head();

    /** What people call it. */
    default String title() {
        return head().title();
    }

    /** Whether it goes on without rows that it cannot take, of which each can be told from those around it. */
    default boolean rejectsRows() {
        return false;
    }

    /** The names of the columns it gets, as far as known; empty when they are not. */
    default List<String> names() {
        return List.of();
    }

    <R> R accept(OperationVisitor<R> visitor);
}
