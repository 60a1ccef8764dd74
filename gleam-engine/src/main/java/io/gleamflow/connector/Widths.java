package io.gleamflow.connector;

import java.util.List;

/** How many columns a sink's rows have, and how messages call them. */
final class Widths {

    private Widths() {}

    /** What is wrong with the width of a row, or empty. */
    static String wrong(int width, List<String> names) {
        if (width == 0) {
            return "the row has no columns";
        }
        if (!names.isEmpty() && width != names.size()) {
            return "the row has " + width + (width == 1 ? " column" : " columns") + ", the names are "
                    + String.join(", ", names);
        }
        return "";
    }

    /** A column, counted from 0. */
    static String column(int index, List<String> names) {
        return index < names.size() ? "column " + names.get(index) : "column " + (index + 1);
    }
}
