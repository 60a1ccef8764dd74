package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows, and what is known of their columns before the run.
 *
 * @param names empty when the columns have none
 * @param width empty when only the rows tell
 */
record Table(List<String> names, OptionalInt width, List<List<V>> rows) {

    Table {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    static Table named(List<String> names, List<List<V>> rows) {
        return new Table(names, OptionalInt.of(names.size()), rows);
    }

    static Table unnamed(int width, List<List<V>> rows) {
        return new Table(List.of(), OptionalInt.of(width), rows);
    }

    static Table ragged(List<List<V>> rows) {
        return new Table(List.of(), OptionalInt.empty(), rows);
    }

    Table with(List<List<V>> other) {
        return new Table(names, width, other);
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    /** The width all rows count as having. */
    int widest() {
        return width.orElseGet(() -> rows.stream().mapToInt(List::size).max().orElse(0));
    }

    /** A column that a row does not have is nil. */
    static V cell(List<V> row, int column) {
        return column < row.size() ? row.get(column) : V.NIL;
    }

    /** These cells; no columns mean the whole row. */
    static List<V> key(List<V> row, List<Integer> columns) {
        return columns.isEmpty() ? row : cells(row, columns);
    }

    static List<V> cells(List<V> row, List<Integer> columns) {
        return columns.stream().map(column -> cell(row, column)).toList();
    }

    static List<V> padded(List<V> row, int width) {
        return cells(
                row, IntStream.range(0, Math.max(width, row.size())).boxed().toList());
    }

    static List<V> joined(List<V> first, List<V> second) {
        List<V> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** All columns but these. */
    static List<Integer> others(int width, Collection<Integer> columns) {
        return IntStream.range(0, width)
                .filter(i -> !columns.contains(i))
                .boxed()
                .toList();
    }

    /** The rows of each key, in the order of keys, each with the first row's form of its key. */
    Map<List<V>, List<List<V>>> byKey(List<Integer> columns) {
        Map<List<V>, List<List<V>>> groups = new TreeMap<>(V.TUPLES);
        for (List<V> row : rows) {
            groups.computeIfAbsent(key(row, columns), key -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /** What key columns are called in rows made of keys. */
    List<String> keyNames(List<Integer> columns) {
        return columns.stream()
                .map(column -> isNamed() ? names.get(column) : "_" + (column + 1))
                .toList();
    }

    V asValue(List<V> row) {
        if (!isNamed()) {
            return V.list(row);
        }
        List<V> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            entries.add(V.of(names.get(i)));
            entries.add(cell(row, i));
        }
        return V.map(entries);
    }
}
