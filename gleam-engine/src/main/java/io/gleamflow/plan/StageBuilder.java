package io.gleamflow.plan;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.Split;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stage while steps are being fused into it. */
final class StageBuilder {

    private final int number;
    private final Input input;
    private int shards;
    private final List<Operation> chain = new ArrayList<>();
    private @Nullable LuaRuntime runtime;
    private final List<ProgramStep.Pipe> pipes = new ArrayList<>();
    private Body.@Nullable PerRow perRow;
    private final List<Operation> tail = new ArrayList<>();

    StageBuilder(int number, Input input, int shards) {
        this.number = number;
        this.input = input;
        this.shards = shards;
    }

    int number() {
        return number;
    }

    int shards() {
        return shards;
    }

    /** Whether nothing has been fused into the source yet, so that it may be divided otherwise. */
    boolean isBareSource() {
        return isBare() && !(input instanceof Input.Exchanged);
    }

    boolean isBare() {
        return chain.isEmpty() && pipes.isEmpty() && perRow == null && tail.isEmpty();
    }

    void divide(int into) {
        shards = into;
    }

    /** Whether Lua may still be fused: not behind a shell step or an end, and not with Lua that another runtime runs. */
    boolean takesScript(LuaRuntime wanted) {
        return isOpen() && (runtime == null || runtime == wanted);
    }

    private boolean isOpen() {
        return pipes.isEmpty() && perRow == null && tail.isEmpty();
    }

    void addScript(Operation operation, LuaRuntime wanted) {
        runtime = wanted;
        chain.add(operation);
    }

    /** Adds an operation that may run anywhere: in the worker as long as Lua may follow, else in the engine. */
    void add(Operation operation) {
        boolean end = operation instanceof EngineOperation.Print || operation instanceof EngineOperation.Write;
        (isOpen() && !end ? chain : tail).add(operation);
    }

    /** Whether the rows leave a shell step as the very lines the next one wants. */
    boolean takesPipe(ProgramStep.Pipe next) {
        if (pipes.isEmpty()) {
            return isBare();
        }
        ProgramStep.Pipe last = pipes.get(pipes.size() - 1);
        boolean plain =
                last.head().as().isEmpty() && last.head().types().isEmpty() && last.split() instanceof Split.Tabs;
        return plain && tail.isEmpty() && next.head().partitions().isEmpty() && shards == 1;
    }

    void add(ProgramStep.Pipe pipe) {
        pipes.add(pipe);
    }

    void perRow(Body.PerRow body) {
        perRow = body;
    }

    Stage build() {
        if (perRow != null) {
            return new Stage(number, input, perRow, tail, shards);
        }
        if (!pipes.isEmpty()) {
            return new Stage(number, input, new Body.Pipeline(pipes), tail, shards);
        }
        if (runtime != null) {
            // all of it in the worker: so a partial count crosses the pipe once a key
            return new Stage(number, input, new Body.Chain(runtime, chain), tail, shards);
        }
        List<Operation> engine = new ArrayList<>(chain);
        engine.addAll(tail);
        return new Stage(number, input, new Body.None(), engine, shards);
    }
}
