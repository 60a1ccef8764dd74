package io.gleamflow.flow;

import java.util.List;

/** One step of a dataset: a verb, its argument and its options. */
public sealed interface Step
        permits SourceStep, RowStep, KeyStep, JoinStep, OrderStep, ShardStep, ProgramStep, EndStep {

    Head head();

    /** The Lua it runs, if any. */
    default List<LuaText> scripts() {
        return List.of();
    }

    /** The other datasets whose rows it takes, in order. */
    default List<Text> others() {
        return List.of();
    }

    <R> R accept(StepVisitor<R> visitor);
}
