package io.gleamflow.operator;

/** What rows of one key can come to. All but a count of rows look at one column and skip nil. */
public enum Aggregate {
    /** Rows; with a column, those whose value is neither nil nor false. */
    COUNT(true),
    /** Exact until it is rounded once, see {@link ExactSum}; 0 of none. */
    SUM(true),
    /** The smallest value in the order of all values. */
    MIN(true),
    MAX(true),
    /** The exact sum divided by the number of values, rounded once. */
    AVG(true),
    FIRST(true),
    LAST(true),
    COUNT_DISTINCT(false),
    /** A list of the values in the order of the rows; nil of none. */
    COLLECT(false),
    /** The nearest rank, see {@link SortedTally}. */
    PERCENTILE(false);

    private final boolean mergeable;

    Aggregate(boolean mergeable) {
        this.mergeable = mergeable;
    }

    /** Whether {@link PartialAggregate} can do the first half. */
    public boolean isMergeable() {
        return mergeable;
    }
}
