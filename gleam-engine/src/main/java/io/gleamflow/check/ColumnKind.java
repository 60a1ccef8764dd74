package io.gleamflow.check;

import io.gleamflow.problem.Place;

/**
 * What a column holds for certain.
 *
 * @param text whether it holds texts; otherwise numbers
 * @param nullable whether nil may be among them
 * @param origin the step that made it so
 */
record ColumnKind(boolean text, boolean nullable, Place origin) {

    static ColumnKind text(Place origin) {
        return new ColumnKind(true, false, origin);
    }

    /** As the fields of a csv file are, of which an empty one is nil. */
    static ColumnKind field(Place origin) {
        return new ColumnKind(true, true, origin);
    }

    static ColumnKind number(Place origin) {
        return new ColumnKind(false, true, origin);
    }

    ColumnKind orNil() {
        return new ColumnKind(text, true, origin);
    }
}
