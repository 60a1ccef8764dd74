package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes sure that columns exist where they are named. */
final class ColumnCheck {

    private static final int MOST_LISTED = 20;

    private ColumnCheck() {}

    /** Whether all are there. */
    static boolean check(List<ColumnRef> refs, Scope scope, Problems problems) {
        boolean there = true;
        for (ColumnRef ref : refs) {
            there &= check(ref, scope, problems);
        }
        return there;
    }

    static boolean check(ColumnRef ref, Scope scope, Problems problems) {
        return check(ref, scope, problems, "here");
    }

    /**
     * Likewise.
     *
     * @param where the column would be, in words
     */
    static boolean check(ColumnRef ref, Scope scope, Problems problems, String where) {
        Columns columns = scope.columns();
        boolean unknown = columns.indexOf(ref).isEmpty();
        if (unknown && scope.sure()) {
            problems.add(
                    ref instanceof ColumnRef.Named named
                            ? noName(named, columns, where)
                            : noPosition(ref, columns, where));
        }
        return !unknown;
    }

    private static Problem noName(ColumnRef.Named named, Columns columns, String where) {
        Problem problem = Problem.error(named.place(), "`" + named.name() + "` is no column " + where);
        if (!columns.isNamed()) {
            return problem.hint("the columns have no names; give them some with `as` before, or count from 1");
        }
        Optional<String> order = Optional.of(named.name())
                .filter(name -> name.matches(".+ (?:asc|desc)"))
                .map(name -> "only `sort` and the `by` of `top` have directions");
        return problem.hint(
                order.or(() -> Nearest.hint(named.name(), columns.names())).orElse(list(columns)));
    }

    private static Problem noPosition(ColumnRef ref, Columns columns, String where) {
        int width = columns.width().orElse(0);
        String there = width == 1 ? "there is one" : "there are " + width;
        Problem problem = Problem.error(ref.place(), "there is no column " + ref + " " + where);
        return problem.hint(columns.isNamed() ? list(columns) : there);
    }

    /** The names of columns, the first of them when there are many. */
    static String list(Columns columns) {
        List<String> names = columns.names();
        String list = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return (names.size() == 1 ? "the column is " : "columns are ")
                + list
                + (names.size() > MOST_LISTED ? " …" : "");
    }
}
