package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Columns by index, from 0. */
final class Indexes {

    private Indexes() {}

    static int of(ColumnRef column, Columns columns) {
        OptionalInt index = columns.indexOf(column);
        if (index.isEmpty()) {
            throw new UnknownColumnException(column);
        }
        return index.getAsInt();
    }

    static List<Integer> of(List<ColumnRef> refs, Columns columns) {
        List<Integer> indexes = new ArrayList<>();
        for (ColumnRef ref : refs) {
            indexes.add(of(ref, columns));
        }
        return List.copyOf(indexes);
    }

    /** The columns when some have been put before the others. */
    static Columns first(List<Integer> keys, Columns columns) {
        if (!columns.isNamed()) {
            return columns;
        }
        List<String> names =
                new ArrayList<>(keys.stream().map(columns.names()::get).toList());
        for (int i = 0; i < columns.names().size(); i++) {
            if (!keys.contains(i)) {
                names.add(columns.names().get(i));
            }
        }
        return new Columns(names, OptionalInt.of(names.size()));
    }
}
