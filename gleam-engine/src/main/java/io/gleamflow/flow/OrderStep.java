package io.gleamflow.flow;

import java.util.List;

/** A step about the order of rows, or how many there are. */
public sealed interface OrderStep extends Step {

    /** All rows in order; an empty ordering compares whole rows. */
    record Sort(Head head, List<OrderBy> ordering) implements OrderStep {
        public Sort {
            ordering = List.copyOf(ordering);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /** The first {@code count} rows in order, of each key when {@code per} is given. */
    record Top(Head head, long count, List<OrderBy> ordering, List<ColumnRef> per) implements OrderStep {
        public Top {
            ordering = List.copyOf(ordering);
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.top(this);
        }
    }

    /** The first {@code count} rows. */
    record Limit(Head head, long count, List<ColumnRef> per) implements OrderStep {
        public Limit {
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.limit(this);
        }
    }

    /** All but the first {@code count} rows. */
    record Skip(Head head, long count, List<ColumnRef> per) implements OrderStep {
        public Skip {
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.skip(this);
        }
    }

    /**
     * Some rows by chance, in the order they have.
     *
     * @param seed the same seed picks the same rows
     */
    record Sample(Head head, Size size, long seed, List<ColumnRef> per) implements OrderStep {
        public Sample {
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.sample(this);
        }
    }

    /** How many rows a sample has. */
    sealed interface Size {
        /** So many, or all when there are fewer. */
        record Rows(long count) implements Size {}

        /** About this part of all, from 0 to 1. */
        record Share(double part) implements Size {}
    }
}
