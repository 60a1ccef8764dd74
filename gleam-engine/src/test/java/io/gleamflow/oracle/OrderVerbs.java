package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What steps mean that are about order, size and shards. */
final class OrderVerbs {

    private OrderVerbs() {}

    /** One column of an ordering. */
    record By(int column, boolean descending) {}

    /** No ordering means the whole row. */
    static Table sort(Table in, List<By> ordering) {
        Comparator<List<V>> order = ordering.isEmpty() ? V.TUPLES : Comparator.comparing(row -> 0);
        for (By by : ordering) {
            Comparator<List<V>> column = Comparator.comparing(row -> Table.cell(row, by.column()));
            order = order.thenComparing(by.descending() ? column.reversed() : column);
        }
        return in.with(in.rows().stream().sorted(order).toList());
    }

    /** All rows one key after the other. */
    static Table perKey(Table in, List<Integer> per) {
        return per.isEmpty()
                ? in
                : in.with(in.byKey(per).values().stream().flatMap(List::stream).toList());
    }

    static Table limit(Table in, long count, List<Integer> per) {
        return slices(in, 0, count, per);
    }

    static Table skip(Table in, long count, List<Integer> per) {
        return slices(in, count, Long.MAX_VALUE, per);
    }

    static Table top(Table in, long count, List<By> ordering, List<Integer> per) {
        return limit(sort(in, ordering), count, per);
    }

    private static Table slices(Table in, long from, long count, List<Integer> per) {
        if (per.isEmpty()) {
            return in.with(in.rows().stream().skip(from).limit(count).toList());
        }
        return in.with(in.byKey(per).values().stream()
                .flatMap(rows -> rows.stream().skip(from).limit(count))
                .toList());
    }

    /** Dealt out in turn; then shard after shard. */
    static Table roundRobin(Table in, int shards) {
        List<List<V>> rows = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            int first = shard;
            IntStream.range(0, in.rows().size())
                    .filter(i -> i % shards == first)
                    .forEach(i -> rows.add(in.rows().get(i)));
        }
        return in.with(rows);
    }
}
