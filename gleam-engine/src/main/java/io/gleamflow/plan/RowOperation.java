package io.gleamflow.plan;

import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import java.util.List;
import java.util.Map;

/** An operation that runs in workers as well as in the engine. Column indexes count from 0. */
public sealed interface RowOperation extends Operation {

    @Override
    default boolean rejectsRows() {
        return head().onError().rejectsRows();
    }

    /** Only these columns, in this order. */
    record Select(Head head, List<Integer> columns) implements RowOperation {
        public Select {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** These columns, and then those that are not among them. */
    record Front(Head head, List<Integer> columns) implements RowOperation {
        public Front {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.front(this);
        }
    }

    /** All columns but these. */
    record Drop(Head head, List<Integer> columns) implements RowOperation {
        public Drop {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /**
     * Types by column index.
     *
     * @param names of all columns; empty when they have none
     */
    record Convert(Head head, Map<Integer, Conversion> types, List<String> names) implements RowOperation {
        public Convert {
            types = Map.copyOf(types);
            names = List.copyOf(names);
        }

        @Override
        public String title() {
            return "types";
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** Counts the rows of each key within one shard. */
    record PartialCount(Head head, List<Integer> columns) implements RowOperation {
        public PartialCount {
            columns = List.copyOf(columns);
        }

        @Override
        public String title() {
            return "partial " + head.title();
        }

        @Override
        public boolean rejectsRows() {
            return false;
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.partialCount(this);
        }
    }

    /** Adds up counts of rows that come in the order of their first {@code keys} columns. */
    record FinalCount(Head head, int keys) implements RowOperation {
        @Override
        public boolean rejectsRows() {
            return false;
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.finalCount(this);
        }
    }

    /** These columns, in this order; one that a row has not is nil. */
    record Pick(Head head, List<Integer> columns) implements RowOperation {
        public Pick {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean rejectsRows() {
            return false;
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.pick(this);
        }
    }

    /** A row of first {@code keys} columns and states of aggregates for each key of one shard. */
    record PartialAggregate(Head head, int keys, List<Aggregated> aggregates) implements RowOperation {
        public PartialAggregate {
            aggregates = List.copyOf(aggregates);
        }

        /** Whether one of them depends on the order of values. */
        public boolean ordersValues() {
            return aggregates.stream().anyMatch(each -> each.kind().isOrdered());
        }

        @Override
        public String title() {
            return "partial " + head.title();
        }

        @Override
        public boolean rejectsRows() {
            return false;
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.partialAggregate(this);
        }
    }
}
