package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.LineFormat;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.TabFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import io.gleamflow.worker.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Makes what only the engine does with the rows of one shard. */
final class EngineSinks implements Chain.Engine {

    private final RunContext run;
    private final OutputFiles outputs;
    private final int shard;
    private final int shards;

    EngineSinks(RunContext run, OutputFiles outputs, int shard, int shards) {
        this.run = run;
        this.outputs = outputs;
        this.shard = shard;
        this.shards = shards;
    }

    @Override
    public RowSink sink(EngineOperation operation, RowSink next) {
        return operation.accept(new Maker(next));
    }

    private static int[] ints(List<Integer> indexes) {
        return indexes.stream().mapToInt(i -> i).toArray();
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
            return new FirstOfKey(ints(operation.keys()), next);
        }

        @Override
        public RowSink group(EngineOperation.Group operation) {
            return new Group(operation.head(), ints(operation.keys()), operation.names(), Frames.LARGEST_ROW, next);
        }

        @Override
        public RowSink take(EngineOperation.Take operation) {
            return new TakeOfKey(operation.count(), ints(operation.keys()), next);
        }

        @Override
        public RowSink skip(EngineOperation.Skip operation) {
            return new SkipOfKey(operation.count(), ints(operation.keys()), next);
        }

        @Override
        public RowSink draw(EngineOperation.Draw operation) {
            return new Draw(operation.seed(), ints(operation.keys()), next);
        }

        @Override
        public RowSink strip(EngineOperation.Strip operation) {
            return new Strip(operation.count(), next);
        }

        @Override
        public RowSink share(EngineOperation.Share operation) {
            return new SampleShare(operation.part(), operation.seed(), ints(operation.keys()), next);
        }

        @Override
        public RowSink partialAggregate(EngineOperation.PartialAggregate operation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RowSink finalAggregate(EngineOperation.FinalAggregate operation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RowSink print(EngineOperation.Print operation) {
            outputs.expect(operation, shards);
            return single(operation, operation.head(), "", lines(operation.format()));
        }

        @Override
        public RowSink write(EngineOperation.Write operation) {
            outputs.expect(operation, shards);
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
        return write.line().isPresent() ? lines(write.line()) : Formats.writer(write.format(), write.names());
    }
}
