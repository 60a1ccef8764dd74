package io.gleamflow.flow;

import java.util.List;

/**
 * Rows of a source as a test is to give them.
 *
 * @param names of the columns; empty when they have none
 * @param csv whether they are written as csv, which says nothing of types
 */
public record RecordedRows(String dataset, List<String> names, boolean csv, List<List<ExpectedUpdate.Written>> rows) {
    public RecordedRows {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }
}
