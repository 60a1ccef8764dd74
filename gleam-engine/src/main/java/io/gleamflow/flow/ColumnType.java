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
    BOOL,
    /** a day as text in ISO form, which sorts */
    DATE,
    /** a day and time as text in ISO form */
    TIMESTAMP,
    /** what the JSON in the text says */
    JSON,
    /** the bytes that a text of hexadecimal digits stands for */
    BYTES
}
