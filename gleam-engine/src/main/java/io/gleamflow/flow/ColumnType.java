package io.gleamflow.flow;

/** What {@code types:} makes of a column. */
public enum ColumnType {
    /** leaves the value as it is */
    TEXT,
    /** a whole number of 64 bits */
    INT,
    /** any number */
    NUMBER,
    /** {@code true} or {@code false} */
    BOOL
}
