package io.gleamflow.flow;

import java.util.List;
import java.util.Optional;

/** A step with the rows of other datasets as well. */
public sealed interface JoinStep extends Step {

    /** Which rows a join gives. */
    enum Kind {
        /** pairs of rows with the same key */
        INNER(false, false),
        /** and left rows without a partner */
        LEFT(true, false),
        /** and right rows without a partner */
        RIGHT(false, true),
        /** and both */
        FULL(true, true),
        /** left rows with a partner, once */
        SEMI(false, false),
        /** left rows without a partner */
        ANTI(true, false);

        private final boolean keepsLeft;
        private final boolean keepsRight;

        Kind(boolean keepsLeft, boolean keepsRight) {
            this.keepsLeft = keepsLeft;
            this.keepsRight = keepsRight;
        }

        /** Whether left rows without a partner are among the rows. */
        public boolean keepsLeft() {
            return keepsLeft;
        }

        /** Whether right rows without a partner are. */
        public boolean keepsRight() {
            return keepsRight;
        }

        /** Whether the rows are left rows as they are. */
        public boolean isLeftOnly() {
            return this == SEMI || this == ANTI;
        }
    }

    /**
     * Rows of both sides with the same key.
     *
     * @param by an empty key is the first column, or the whole row with {@link Kind#SEMI} and {@link Kind#ANTI}
     * @param prefix stands before the names of the right side; empty when not given
     */
    record Join(Head head, Kind kind, Text other, List<JoinKey> by, Optional<Text> prefix) implements JoinStep {
        public Join {
            by = List.copyOf(by);
        }

        @Override
        public List<Text> others() {
            return List.of(other);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** Every row with every row of another dataset. */
    record CrossJoin(Head head, Text other, Optional<Text> prefix) implements JoinStep {
        @Override
        public List<Text> others() {
            return List.of(other);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.crossJoin(this);
        }
    }

    /** A row of key, list of left rows and list of right rows for each key of either side. */
    record CoGroup(Head head, Text other, List<JoinKey> by) implements JoinStep {
        public CoGroup {
            by = List.copyOf(by);
        }

        @Override
        public List<Text> others() {
            return List.of(other);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.coGroup(this);
        }
    }

    /**
     * The rows of the step before, and then those of other datasets, one after the other.
     *
     * @param isSource whether there is no step before
     */
    record Union(Head head, List<Text> others, boolean isSource) implements JoinStep {
        public Union {
            others = List.copyOf(others);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.union(this);
        }
    }
}
