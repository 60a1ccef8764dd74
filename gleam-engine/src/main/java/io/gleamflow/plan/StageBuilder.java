package io.gleamflow.plan;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stage while steps are being fused into it. */
final class StageBuilder {

    /** What every worker can make of text. */
    private static final Set<ColumnType> PLAIN =
            EnumSet.of(ColumnType.TEXT, ColumnType.INT, ColumnType.NUMBER, ColumnType.BOOL);

    private final int number;
    private final Input input;
    private int shards;
    private final List<Operation> front = new ArrayList<>();
    private final List<Operation> chain = new ArrayList<>();
    private @Nullable LuaRuntime runtime;
    private final List<ProgramStep.Pipe> pipes = new ArrayList<>();
    private List<String> piped = List.of();
    private @Nullable Body program;
    private final List<Operation> tail = new ArrayList<>();
    private boolean sealed;

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

    /** The steps it has, or parts of; one may come several times. */
    List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        if (input instanceof Input.Stepped stepped) {
            heads.add(stepped.head());
        }
        Stream.of(front, chain, tail).flatMap(List::stream).map(Operation::head).forEach(heads::add);
        pipes.forEach(pipe -> heads.add(pipe.head()));
        if (program != null) {
            heads.addAll(program.heads());
        }
        return heads;
    }

    /** Several stages will read its rows as they are now: nothing more may be fused. */
    void seal() {
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Whether nothing has been fused into the source yet, so that it may be divided otherwise. */
    boolean isBareSource() {
        return Input.isDivisible(input) && front.isEmpty() && !hasBody();
    }

    private boolean hasBody() {
        return runtime != null || !pipes.isEmpty() || program != null;
    }

    void divide(int into) {
        shards = into;
    }

    /** Whether Lua may still be fused: not behind a shell step or the engine's work, and not with another runtime's Lua. */
    boolean takesScript(LuaRuntime wanted) {
        return pipes.isEmpty() && program == null && tail.isEmpty() && (runtime == null || runtime == wanted);
    }

    /** Adds Lua; what stands before it and can run in a worker goes there with it. */
    void addScript(Operation operation, LuaRuntime wanted) {
        if (runtime == null) {
            int from = front.size();
            while (from > 0 && runsInWorker(front.get(from - 1), wanted) && !isOfInput(front.get(from - 1))) {
                from--;
            }
            List<Operation> moved = front.subList(from, front.size());
            chain.addAll(moved);
            moved.clear();
        }
        runtime = wanted;
        chain.add(operation);
    }

    /** Whether a source rejects by it: then it is done where the source is read, so that rejected rows keep their order. */
    private boolean isOfInput(Operation operation) {
        return operation.rejectsRows()
                && input instanceof Input.Stepped source
                && source.head().equals(operation.head());
    }

    /** Adds an operation that may run anywhere: in the worker as long as Lua may follow, else in the engine. */
    void add(Operation operation) {
        LuaRuntime of = runtime;
        if (!hasBody()) {
            front.add(operation);
        } else if (of != null && tail.isEmpty() && runsInWorker(operation, of)) {
            chain.add(operation);
        } else {
            tail.add(operation);
        }
    }

    private static boolean runsInWorker(Operation operation, LuaRuntime runtime) {
        if (runtime == LuaRuntime.LUAJIT && operation instanceof RowOperation.Convert convert) {
            return convert.types().values().stream().allMatch(each -> PLAIN.contains(each.type()));
        } else if (operation instanceof RowOperation.PartialAggregate partial) {
            // the engine warns of text in an order that was meant for numbers
            return runtime == LuaRuntime.LUAJ && !partial.ordersValues();
        }
        return operation instanceof RowOperation
                && !(runtime == LuaRuntime.LUAJIT && operation instanceof RowOperation.Pick);
    }

    /** Whether a program can be the body, or the lines that leave one shell step are the very lines the next one wants. */
    boolean takesPipe(ProgramStep.Pipe next) {
        if (pipes.isEmpty()) {
            return takesProgram();
        }
        ProgramStep.Pipe last = pipes.get(pipes.size() - 1);
        boolean plain =
                last.head().as().isEmpty() && last.head().types().isEmpty() && last.split() instanceof Split.Tabs;
        boolean lines = last.format().isEmpty() && next.format().isEmpty();
        boolean whole = last.per().isEmpty() && next.per().isEmpty();
        boolean once = !(last.head().onError() instanceof OnError.Retry)
                && !(next.head().onError() instanceof OnError.Retry);
        boolean together = next.head().partitions().isEmpty() && shards == 1;
        return plain && lines && whole && once && together && tail.isEmpty();
    }

    /** Adds a shell step that gets these columns. */
    void add(ProgramStep.Pipe pipe, List<String> columns) {
        if (pipes.isEmpty()) {
            piped = columns;
        }
        pipes.add(pipe);
    }

    /** Whether a program may be its body: what is written before it is written to the end, also when a program stops reading. */
    boolean takesProgram() {
        return !hasBody() && front.stream().noneMatch(StageBuilder::isEnd);
    }

    private static boolean isEnd(Operation operation) {
        return operation instanceof EngineOperation.Write || operation instanceof EngineOperation.Print;
    }

    void program(Body body) {
        program = body;
    }

    Stage build() {
        if (program != null) {
            return new Stage(number, input, front, program, tail, shards);
        }
        if (!pipes.isEmpty()) {
            return new Stage(number, input, front, new Body.Pipeline(pipes, piped), tail, shards);
        }
        if (runtime != null) {
            return new Stage(number, input, front, new Body.Chain(runtime, chain), tail, shards);
        }
        return new Stage(number, input, List.of(), new Body.None(), front, shards);
    }
}
