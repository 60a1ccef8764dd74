package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What steps that look at one row mean. */
final class RowVerbs {

    private RowVerbs() {}

    /** A row that lacks one of the columns fails. */
    static Table select(Table in, List<Integer> columns, List<String> as) {
        if (in.rows().stream().anyMatch(row -> columns.stream().anyMatch(column -> column >= row.size()))) {
            throw new IllegalArgumentException("a row without the column");
        }
        List<List<V>> rows =
                in.rows().stream().map(row -> Table.cells(row, columns)).toList();
        if (!as.isEmpty()) {
            return Table.named(as, rows);
        }
        return in.isNamed()
                ? Table.named(columns.stream().map(in.names()::get).toList(), rows)
                : Table.unnamed(columns.size(), rows);
    }

    static Table drop(Table in, List<Integer> columns) {
        List<List<V>> rows = in.rows().stream()
                .map(row -> Table.cells(row, Table.others(row.size(), columns)))
                .toList();
        if (in.width().isEmpty()) {
            return Table.ragged(rows);
        }
        List<Integer> kept = Table.others(in.widest(), columns);
        return in.isNamed()
                ? Table.named(kept.stream().map(in.names()::get).toList(), rows)
                : Table.unnamed(kept.size(), rows);
    }

    /** By index of the column. */
    static Table rename(Table in, Map<Integer, String> names) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < in.widest(); i++) {
            all.add(names.getOrDefault(i, in.isNamed() ? in.names().get(i) : "_" + (i + 1)));
        }
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("two columns of one name");
        }
        return Table.named(all, in.rows());
    }
}
