package io.gleamflow.flow;

import java.util.Arrays;
import java.util.Optional;

/** What {@code reduce} can make of the values of a key. All but a count of rows look at one column and skip nil. */
public enum AggregateKind {
    /** Rows; with a column, those whose value is neither nil nor false. */
    COUNT("count", true),
    /** Exact until it is rounded once; 0 of none. */
    SUM("sum", true),
    /** The smallest value in the order of all values. */
    MIN("min", true),
    MAX("max", true),
    /** The exact sum divided by the number of values, rounded once. */
    AVG("avg", true),
    FIRST("first", true),
    LAST("last", true),
    COUNT_DISTINCT("countDistinct", false),
    /** A list of the values in the order of the rows; nil of none. */
    COLLECT("collect", false),
    /** The nearest rank: the smallest value such that at least so many percent are not above it. */
    PERCENTILE("percentile", false);

    private final String word;
    private final boolean mergeable;

    AggregateKind(String word, boolean mergeable) {
        this.word = word;
        this.mergeable = mergeable;
    }

    /** As descriptors call it. */
    public String word() {
        return word;
    }

    /** Whether parts of the values can be looked at by themselves, and what they come to be put together. */
    public boolean isMergeable() {
        return mergeable;
    }

    /** Whether it depends on the order of all values. */
    public boolean isOrdered() {
        return this == MIN || this == MAX;
    }

    /** The one with this word, if there is one. */
    public static Optional<AggregateKind> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
