package io.gleamflow.flow;

import java.util.List;

/** A step about how rows are divided. */
public sealed interface ShardStep extends Step {

    /** Divides the rows into shards by key; an empty key is the first column. */
    record Partition(Head head, int shards, List<ColumnRef> by) implements ShardStep {
        public Partition {
            by = List.copyOf(by);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.partition(this);
        }
    }

    /** Deals the rows out to shards in turn. */
    record RoundRobin(Head head, int shards) implements ShardStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.roundRobin(this);
        }
    }

    /** Says that all shards will want all rows; changes nothing. */
    record Broadcast(Head head, int shards) implements ShardStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.broadcast(this);
        }
    }

    /** As few shards as this, in the order of rows. */
    record Merge(Head head, int shards) implements ShardStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.merge(this);
        }
    }
}
