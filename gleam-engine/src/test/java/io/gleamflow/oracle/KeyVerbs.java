package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** What steps mean that bring rows with equal keys together; the aggregates have a place of their own. */
final class KeyVerbs {

    private KeyVerbs() {}

    static Table countBy(Table in, List<Integer> columns, String name) {
        List<List<V>> rows = new ArrayList<>();
        in.byKey(columns).forEach((key, group) -> rows.add(Table.joined(key, List.of(V.of(group.size())))));
        return Table.named(names(in, columns, name), rows);
    }

    static List<String> names(Table in, List<Integer> columns, String... more) {
        List<String> names = new ArrayList<>(in.keyNames(columns));
        names.addAll(List.of(more));
        return names;
    }

    static Table groupBy(Table in, List<Integer> columns) {
        List<List<V>> rows = new ArrayList<>();
        in.byKey(columns).forEach((key, group) -> rows.add(Table.joined(key, List.of(lists(in, group)))));
        return Table.named(names(in, columns, "rows"), rows);
    }

    static V lists(Table in, List<List<V>> group) {
        return V.list(group.stream().map(in::asValue).toList());
    }

    static Table distinct(Table in, List<Integer> columns) {
        return in.with(
                in.byKey(columns).values().stream().map(rows -> rows.get(0)).toList());
    }

    /** Key columns, then the others, which the function combines; without keys all rows become one. */
    static Table reduce(Table in, List<Integer> keys, BinaryOperator<List<V>> function) {
        List<Integer> values = Table.others(in.widest(), keys);
        List<Integer> order = new ArrayList<>(keys);
        order.addAll(values);
        List<List<V>> rows = new ArrayList<>();
        for (List<List<V>> group : keys.isEmpty() ? one(in) : in.byKey(keys).values()) {
            List<V> value = group.stream()
                    .map(row -> Table.cells(row, values))
                    .reduce(function)
                    .orElseThrow();
            rows.add(Table.joined(Table.cells(group.get(0), keys), value));
        }
        if (in.isNamed()) {
            return Table.named(order.stream().map(in.names()::get).toList(), rows);
        }
        return in.width().isPresent() ? Table.unnamed(order.size(), rows) : Table.ragged(rows);
    }

    private static List<List<List<V>>> one(Table in) {
        return in.rows().isEmpty() ? List.of() : List.of(in.rows());
    }
}
