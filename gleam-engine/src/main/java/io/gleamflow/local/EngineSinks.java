package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.LineFormat;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.SourceException;
import io.gleamflow.connector.TabFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import io.gleamflow.operator.AggregateOf;
import io.gleamflow.operator.AggregateRows;
import io.gleamflow.operator.Draw;
import io.gleamflow.operator.FinalAggregate;
import io.gleamflow.operator.FirstOfKey;
import io.gleamflow.operator.Group;
import io.gleamflow.operator.NumbersOnly;
import io.gleamflow.operator.SampleShare;
import io.gleamflow.operator.SkipOfKey;
import io.gleamflow.operator.Strip;
import io.gleamflow.operator.TakeOfKey;
import io.gleamflow.plan.Aggregated;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.plan.Stage;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import io.gleamflow.worker.Chain;
import io.gleamflow.worker.Operands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes what only the engine does with the rows of one shard. */
final class EngineSinks implements Chain.Engine {

    private final RunContext run;
    private final OutputFiles outputs;
    private final Stage stage;
    private final int shard;
    private final int shards;

    EngineSinks(RunContext run, OutputFiles outputs, Stage stage, int shard) {
        this.run = run;
        this.outputs = outputs;
        this.stage = stage;
        this.shard = shard;
        this.shards = stage.shards();
    }

    @Override
    public RowSink sink(EngineOperation operation, RowSink next) {
        return operation.accept(new Maker(next));
    }

    @Override
    public RowSink watched(RowOperation.PartialAggregate operation, RowSink aggregates) {
        return watched(operation, operation.aggregates(), aggregates);
    }

    /** The smallest and the largest are found by an order, which may not be the one that was meant. */
    private RowSink watched(Operation operation, List<Aggregated> aggregates, RowSink next) {
        Map<Integer, String> ordered = new LinkedHashMap<>();
        aggregates.stream()
                .filter(each -> each.kind().isOrdered())
                .forEach(each -> each.column().ifPresent(column -> ordered.put(column, "`" + each.title() + "`")));
        return ordered.isEmpty()
                ? next
                : run.warnings().of(operation, ordered, shards).watched(next);
    }

    /**
     * Whether reading may end when there are rows enough: a program or server may have rows without end, and is one shard
     * always, so that it does not depend on shards what is not read. Not where rows have effects before they are counted.
     */
    private boolean mayStop() {
        boolean endless = stage.input() instanceof Input.Printed || stage.input() instanceof Input.Received;
        boolean pure = stage.inWorker().stream()
                .allMatch(operation -> operation instanceof RowOperation
                        || operation instanceof LuaOperation.Script script
                                && script.kind() != LuaOperation.Kind.FOR_EACH);
        boolean silent = stage.ofEngine().stream()
                .takeWhile(operation -> !(operation instanceof EngineOperation.Take))
                .allMatch(RowOperation.class::isInstance);
        return endless && pure && silent && !rejects();
    }

    /** Whether rows are rejected: how many, must not depend on when reading ended. */
    private boolean rejects() {
        boolean source = stage.input() instanceof Input.Stepped stepped
                && stepped.head().onError().rejectsRows();
        return source
                || Stream.concat(stage.ofEngine().stream(), stage.inWorker().stream())
                        .anyMatch(Operation::rejectsRows);
    }

    private static RowFormat lines(Optional<Text> line) {
        return RowFormat.lines(
                line.<LineFormat>map(text -> new FormattedLine(text.value())).orElseGet(TabFormat::new));
    }

    /** Puts an operation before those made so far. */
    private final class Maker implements EngineOperation.Visitor<RowSink> {
        private final RowSink next;

        Maker(RowSink next) {
            this.next = next;
        }

        @Override
        public RowSink firstOfKey(EngineOperation.FirstOfKey operation) {
            return new FirstOfKey(Operands.ints(operation.keys()), next);
        }

        @Override
        public RowSink group(EngineOperation.Group operation) {
            return new Group(
                    operation.head(),
                    Operands.ints(operation.keys()),
                    operation.names(),
                    Frames.longestRow(operation.head().memory()),
                    next);
        }

        @Override
        public RowSink take(EngineOperation.Take operation) {
            return operation.keys().isEmpty() && mayStop()
                    ? new FirstRows(operation.count(), next)
                    : new TakeOfKey(Operands.ints(operation.keys()), operation.count(), next);
        }

        @Override
        public RowSink skip(EngineOperation.Skip operation) {
            return new SkipOfKey(Operands.ints(operation.keys()), operation.count(), next);
        }

        @Override
        public RowSink draw(EngineOperation.Draw operation) {
            return new Draw(operation.seed(), Operands.ints(operation.keys()), next);
        }

        @Override
        public RowSink strip(EngineOperation.Strip operation) {
            return new Strip(operation.count(), next);
        }

        @Override
        public RowSink share(EngineOperation.Share operation) {
            return new SampleShare(operation.part(), operation.seed(), Operands.ints(operation.keys()), next);
        }

        @Override
        public RowSink finalAggregate(EngineOperation.FinalAggregate operation) {
            List<AggregateOf> aggregates = Operands.aggregates(operation.aggregates());
            if (operation.partial()) {
                return new FinalAggregate(operation.head(), operation.keys(), aggregates, next);
            }
            RowSink all = new AggregateRows(
                    operation.head(),
                    operation.keys(),
                    aggregates,
                    Frames.longestRow(operation.head().memory()),
                    run.memory().of(operation),
                    run.spills(),
                    next);
            return watched(operation, operation.aggregates(), all);
        }

        @Override
        public RowSink numbers(EngineOperation.Numbers operation) {
            return new NumbersOnly(operation.head(), Operands.aggregates(operation.aggregates()), next);
        }

        @Override
        public RowSink print(EngineOperation.Print operation) {
            outputs.expect(operation, shards);
            return single(operation, operation.head(), "", lines(operation.format()));
        }

        @Override
        public RowSink write(EngineOperation.Write operation) {
            outputs.expect(operation, shards);
            if (Attempts.areWanted(operation.head())) {
                return new AttemptedWrite(run, operation, outputs, shard, next);
            }
            if (operation.keys().isEmpty()) {
                return single(operation, operation.head(), operation.path().value(), format(operation));
            }
            return new KeyedFiles(operation, () -> format(operation), outputs, shard, next);
        }

        private RowSink single(EngineOperation end, Head head, String target, RowFormat format) {
            try {
                return new FileEnd(head, outputs.begin(end, shard, target, format), next);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How a {@code write} writes rows. */
    static RowFormat format(EngineOperation.Write write) {
        try {
            return write.line().isPresent() ? lines(write.line()) : Formats.writer(write.format(), write.names());
        } catch (SourceException e) {
            throw new UncheckedIOException(e);
        }
    }
}
