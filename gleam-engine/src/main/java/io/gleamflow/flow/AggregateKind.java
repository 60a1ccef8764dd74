package io.gleamflow.flow;

import java.util.Arrays;
import java.util.Optional;

/** What {@code reduce} can make of the values of a column. */
public enum AggregateKind {
    COUNT("count"),
    SUM("sum"),
    MIN("min"),
    MAX("max"),
    AVG("avg"),
    FIRST("first"),
    LAST("last"),
    COUNT_DISTINCT("countDistinct"),
    COLLECT("collect"),
    PERCENTILE("percentile");

    private final String word;

    AggregateKind(String word) {
        this.word = word;
    }

    /** As descriptors call it. */
    public String word() {
        return word;
    }

    /** The one with this word, if there is one. */
    public static Optional<AggregateKind> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
