package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.RowCursor;

/** Refuses rows that lack a column of which a step is to do something. */
final class Present {

    private Present() {}

    /**
     * Looks at the row under the cursor.
     *
     * @param start of the row in the cursor's bytes
     * @throws StepFailedException when it has not all of the columns
     */
    static void check(Head head, int[] columns, RowCursor row, int start, int end) {
        for (int column : columns) {
            if (column >= row.width()) {
                String message = "there is no column " + (column + 1) + " in a row of " + row.width() + " columns";
                throw new StepFailedException(head, message, row.bytes(), start, end);
            }
        }
    }
}
