package io.gleamflow.testing;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds for each expected row another actual one, whatever their order. */
final class RowMatching {

    /** Among more rows alike the first that fits is taken, and no better distribution is looked for. */
    private static final int MOST_WEIGHED = 200;

    private final CellMatch cells;
    private final List<List<Cell>> expected;
    private final List<List<Value>> actual;

    RowMatching(CellMatch cells, List<List<Cell>> expected, List<List<Value>> actual) {
        this.cells = cells;
        this.expected = expected;
        this.actual = actual;
    }

    boolean matches(int want, int have) {
        List<Cell> wanted = expected.get(want);
        List<Value> row = actual.get(have);
        return wanted.size() == row.size() && alike(want, have) == row.size();
    }

    /** How many values of two rows match. */
    int alike(int want, int have) {
        List<Cell> wanted = expected.get(want);
        List<Value> row = actual.get(have);
        int alike = 0;
        for (int i = 0; i < Math.min(wanted.size(), row.size()); i++) {
            alike += cells.matches(wanted.get(i), row.get(i)) ? 1 : 0;
        }
        return alike;
    }

    /** Whether the first values of two rows match. */
    boolean isFirstAlike(int want, int have) {
        return !expected.get(want).isEmpty()
                && !actual.get(have).isEmpty()
                && cells.matches(expected.get(want).get(0), actual.get(have).get(0));
    }

    /** For each expected row the index of an actual one, or -1; no actual row is taken twice, and as many as can be. */
    int[] found() {
        Map<String, List<Integer>> have = new HashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            String key = actual.get(i).stream().map(cells::key).collect(Collectors.joining("\0"));
            have.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        Map<String, List<Integer>> want = new HashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String key = expected.get(i).stream().map(cells::key).collect(Collectors.joining("\0"));
            want.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        int[] found = new int[expected.size()];
        Arrays.fill(found, -1);
        want.forEach((key, rows) -> distribute(rows, have.getOrDefault(key, List.of()), found));
        return found;
    }

    private void distribute(List<Integer> wants, List<Integer> haves, int[] found) {
        boolean weigh = wants.size() <= MOST_WEIGHED && haves.size() <= MOST_WEIGHED;
        int[] taker = new int[haves.size()];
        Arrays.fill(taker, -1);
        int free = 0;
        for (int want : wants) {
            if (weigh) {
                place(want, haves, taker, new boolean[haves.size()]);
                continue;
            }
            while (free < haves.size() && taker[free] >= 0) {
                free++;
            }
            for (int i = free; i < haves.size(); i++) {
                if (taker[i] < 0 && matches(want, haves.get(i))) {
                    taker[i] = want;
                    break;
                }
            }
        }
        for (int i = 0; i < taker.length; i++) {
            if (taker[i] >= 0) {
                found[taker[i]] = haves.get(i);
            }
        }
    }

    /** Gives a row to an expected one, if need be by giving another to who has it. */
    private boolean place(int want, List<Integer> haves, int[] taker, boolean[] asked) {
        for (int i = 0; i < haves.size(); i++) {
            if (!asked[i] && matches(want, haves.get(i))) {
                asked[i] = true;
                if (taker[i] < 0 || place(taker[i], haves, taker, asked)) {
                    taker[i] = want;
                    return true;
                }
            }
        }
        return false;
    }
}
