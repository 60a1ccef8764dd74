package io.gleamflow.testing;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import io.gleamflow.testing.Difference.Kind;
import io.gleamflow.testing.Difference.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Compares the rows of a dataset with those expected. Used once. */
final class Comparison {

    /** Beyond so many rows that differ, none are put side by side. */
    private static final int MOST_PAIRED = 200;

    /** Beyond so many rows, those in order are compared by their number. */
    private static final int MOST_ALIGNED = 1500;

    private final List<List<Cell>> expected;
    private final List<List<Value>> actual;
    private final RowMatching matching;
    private final List<Row> rows = new ArrayList<>();

    /** @param expected with its values in the order of the columns */
    Comparison(CellMatch cells, List<List<Cell>> expected, List<List<Value>> actual) {
        this.expected = expected;
        this.actual = actual;
        this.matching = new RowMatching(cells, expected, actual);
    }

    /**
     * What differs.
     *
     * @param beyond how many more rows came
     */
    Difference difference(List<String> names, boolean inOrder, long beyond) {
        int[] found = matching.found();
        boolean complete = beyond == 0
                && expected.size() == actual.size()
                && Arrays.stream(found).allMatch(i -> i >= 0);
        if (!inOrder) {
            unordered(found);
            return new Difference(names, rows, beyond, false);
        }
        if (complete) {
            return inActualOrder(names, found);
        }
        aligned();
        return new Difference(names, rows, beyond, false);
    }

    /** All rows are there; whether in order, is still the question: equal rows may have been found for each other. */
    private Difference inActualOrder(List<String> names, int[] found) {
        boolean ordered = true;
        for (int i = 0; i < expected.size(); i++) {
            ordered &= matching.matches(i, i);
        }
        int[] wants = new int[found.length];
        for (int want = 0; want < found.length; want++) {
            wants[ordered ? want : found[want]] = want;
        }
        for (int have = 0; have < wants.length; have++) {
            same(wants[have], have);
        }
        return new Difference(names, rows, 0, !ordered);
    }

    private void same(int want, int have) {
        rows.add(new Row(Kind.SAME, want, expected.get(want), actual.get(have)));
    }

    private void unordered(int[] found) {
        BitSet taken = new BitSet();
        List<Integer> missing = new ArrayList<>();
        for (int want = 0; want < found.length; want++) {
            if (found[want] >= 0) {
                taken.set(found[want]);
            } else {
                missing.add(want);
            }
        }
        List<Integer> unexpected = new ArrayList<>();
        for (int have = 0; have < actual.size(); have++) {
            if (!taken.get(have)) {
                unexpected.add(have);
            }
        }
        int[] changed = pairs(missing, unexpected);
        int number = 0;
        for (int want = 0; want < found.length; want++) {
            if (found[want] >= 0) {
                same(want, found[want]);
            } else {
                missing(want, changed[number++]);
            }
        }
        others(unexpected, changed);
    }

    private void others(List<Integer> unexpected, int[] changed) {
        BitSet paired = new BitSet();
        Arrays.stream(changed).filter(have -> have >= 0).forEach(paired::set);
        unexpected.stream().filter(have -> !paired.get(have)).forEach(this::unexpected);
    }

    private void missing(int want, int have) {
        rows.add(
                have < 0
                        ? new Row(Kind.MISSING, want, expected.get(want), List.of())
                        : new Row(Kind.CHANGED, want, expected.get(want), actual.get(have)));
    }

    private void unexpected(int have) {
        rows.add(new Row(Kind.UNEXPECTED, -1, List.of(), actual.get(have)));
    }

    /** Most values are the same, or the first, which often is a key. */
    private boolean isPair(int want, int have, int alike) {
        int width = expected.get(want).size();
        boolean key = width > 1 && matching.isFirstAlike(want, have);
        return actual.get(have).size() == width && (key || 2 * alike > width);
    }

    /** For each missing row the actual one that it may have become, or -1. */
    private int[] pairs(List<Integer> missing, List<Integer> unexpected) {
        int[] pairs = new int[missing.size()];
        Arrays.fill(pairs, -1);
        if (missing.size() > MOST_PAIRED || unexpected.size() > MOST_PAIRED) {
            return pairs;
        }
        record Pair(int want, int have, int alike) {}
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            for (int have : unexpected) {
                int alike = matching.alike(missing.get(i), have);
                if (isPair(missing.get(i), have, alike)) {
                    all.add(new Pair(i, have, alike));
                }
            }
        }
        all.sort(Comparator.comparingInt(Pair::alike).reversed());
        BitSet taken = new BitSet();
        for (Pair pair : all) {
            if (pairs[pair.want()] < 0 && !taken.get(pair.have())) {
                pairs[pair.want()] = pair.have();
                taken.set(pair.have());
            }
        }
        return pairs;
    }

    /** Rows in order: the longest common sequence, and what stands between. */
    private void aligned() {
        int n = expected.size();
        int m = actual.size();
        if (n > MOST_ALIGNED || m > MOST_ALIGNED) {
            numbered();
            return;
        }
        int[][] longest = new int[n + 1][m + 1];
        BitSet[] equal = new BitSet[n];
        for (int i = n - 1; i >= 0; i--) {
            equal[i] = new BitSet(m);
            for (int j = m - 1; j >= 0; j--) {
                equal[i].set(j, matching.matches(i, j));
                longest[i][j] =
                        equal[i].get(j) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        List<Integer> missing = new ArrayList<>();
        List<Integer> unexpected = new ArrayList<>();
        while (i < n || j < m) {
            if (i < n && j < m && equal[i].get(j)) {
                between(missing, unexpected);
                same(i++, j++);
            } else if (j == m || i < n && longest[i + 1][j] >= longest[i][j + 1]) {
                missing.add(i++);
            } else {
                unexpected.add(j++);
            }
        }
        between(missing, unexpected);
    }

    private void between(List<Integer> missing, List<Integer> unexpected) {
        int[] changed = pairs(missing, unexpected);
        for (int k = 0; k < missing.size(); k++) {
            missing(missing.get(k), changed[k]);
        }
        others(unexpected, changed);
        missing.clear();
        unexpected.clear();
    }

    private void numbered() {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i >= actual.size()) {
                missing(i, -1);
            } else if (i >= expected.size()) {
                unexpected(i);
            } else if (matching.matches(i, i)) {
                same(i, i);
            } else {
                missing(i, i);
            }
        }
    }
}
