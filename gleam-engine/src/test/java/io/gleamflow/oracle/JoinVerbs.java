package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What steps with two inputs mean. */
final class JoinVerbs {

    private JoinVerbs() {}

    /** Which rows without a partner come out. */
    record Outer(boolean left, boolean right) {}

    static Table join(Table left, Table right, List<Integer> by, List<Integer> rightBy, Outer outer, String prefix) {
        List<Integer> rest = Table.others(right.widest(), rightBy);
        // named rows keep their places, others come with the key first
        List<Integer> columns = new ArrayList<>(left.isNamed() ? List.of() : by);
        columns.addAll(left.isNamed() ? Table.others(left.widest(), Set.of()) : Table.others(left.widest(), by));
        List<List<V>> rows = new ArrayList<>();
        Map<List<V>, List<List<V>>> lefts = left.byKey(by);
        Map<List<V>, List<List<V>>> rights = right.byKey(rightBy);
        for (List<V> key : keys(lefts, rights)) {
            List<List<V>> ours = lefts.getOrDefault(key, List.of());
            List<List<V>> theirs = rights.getOrDefault(key, List.of());
            boolean pairs = !ours.isEmpty() && !theirs.isEmpty() && key.stream().noneMatch(V::isNil);
            for (List<V> row : ours) {
                for (List<V> other : pairs ? theirs : List.<List<V>>of()) {
                    rows.add(Table.joined(Table.cells(row, columns), Table.cells(other, rest)));
                }
                if (!pairs && outer.left()) {
                    rows.add(Table.joined(Table.cells(row, columns), Table.cells(List.of(), rest)));
                }
            }
            if (!pairs && outer.right()) {
                for (List<V> other : theirs) {
                    rows.add(Table.joined(keyOnly(columns, by, Table.cells(other, rightBy)), Table.cells(other, rest)));
                }
            }
        }
        return beside(left, right, rest, prefix, rows);
    }

    private static List<V> keyOnly(List<Integer> columns, List<Integer> by, List<V> key) {
        return columns.stream()
                .map(column -> by.contains(column) ? key.get(by.indexOf(column)) : V.NIL)
                .toList();
    }

    private static Set<List<V>> keys(Map<List<V>, List<List<V>>> lefts, Map<List<V>, List<List<V>>> rights) {
        Set<List<V>> keys = new TreeSet<>(V.TUPLES);
        keys.addAll(lefts.keySet());
        keys.addAll(rights.keySet());
        return keys;
    }

    /** Names, when there is one for each column. */
    private static Table beside(Table left, Table right, List<Integer> rest, String prefix, List<List<V>> rows) {
        if (left.width().isEmpty() || right.width().isEmpty()) {
            return Table.ragged(rows);
        }
        int width = left.widest() + rest.size();
        List<String> names = new ArrayList<>(left.names());
        if (right.isNamed()) {
            rest.forEach(column -> names.add(prefix + right.names().get(column)));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("two columns of one name");
        }
        return names.size() == width ? Table.named(names, rows) : new Table(List.of(), OptionalInt.of(width), rows);
    }

    static Table cross(Table left, Table right, String prefix) {
        int width = left.widest();
        int rightWidth = right.widest();
        List<List<V>> rows = left.rows().stream()
                .flatMap(row -> right.rows().stream()
                        .map(other -> Table.joined(Table.padded(row, width), Table.padded(other, rightWidth))))
                .toList();
        return beside(left, right, Table.others(rightWidth, Set.of()), prefix, rows);
    }

    /**
     * Left rows with or without a partner; no keys mean whole rows, with which nil equals nil.
     *
     * @param wanted whether those with a partner come out
     */
    static Table semi(Table left, Table right, List<Integer> by, List<Integer> rightBy, boolean wanted) {
        Set<List<V>> partners = right.rows().stream()
                .map(row -> Table.key(row, rightBy))
                .filter(key -> by.isEmpty() || key.stream().noneMatch(V::isNil))
                .collect(Collectors.toCollection(() -> new TreeSet<>(V.TUPLES)));
        return left.with(left.byKey(by).entrySet().stream()
                .filter(entry -> partners.contains(entry.getKey()) == wanted)
                .flatMap(entry -> entry.getValue().stream())
                .toList());
    }

    static Table coGroup(Table left, Table right, List<Integer> by, List<Integer> rightBy) {
        Map<List<V>, List<List<V>>> lefts = left.byKey(by);
        Map<List<V>, List<List<V>>> rights = right.byKey(rightBy);
        List<List<V>> rows = new ArrayList<>();
        for (List<V> key : keys(lefts, rights)) {
            V ours = KeyVerbs.lists(left, lefts.getOrDefault(key, List.of()));
            V theirs = KeyVerbs.lists(right, rights.getOrDefault(key, List.of()));
            rows.add(Table.joined(key, List.of(ours, theirs)));
        }
        return Table.named(KeyVerbs.names(left, by, "left", "right"), rows);
    }

    /** One after the other, under the names of the first. */
    static Table union(List<Table> inputs) {
        List<List<V>> rows =
                inputs.stream().flatMap(each -> each.rows().stream()).toList();
        boolean same = inputs.stream().map(Table::width).distinct().count() == 1;
        return same ? inputs.get(0).with(rows) : Table.ragged(rows);
    }
}
