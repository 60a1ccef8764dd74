package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinKey;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks steps with the rows of two datasets. */
final class JoinCheck {

    private final Scope left;
    private final Map<String, Scope> datasets;
    private final Problems problems;

    JoinCheck(Scope left, Map<String, Scope> datasets, Problems problems) {
        this.left = left;
        this.datasets = datasets;
        this.problems = problems;
    }

    private Scope dataset(Text name) {
        return datasets.getOrDefault(name.value(), Scope.START);
    }

    void join(JoinStep.Join step) {
        boolean keepsLeft = step.kind().isLeftOnly();
        Scope right = dataset(step.other());
        keys(step.by(), right);
        if (step.by().isEmpty() && !keepsLeft) {
            types(first(step.head()), right);
        }
        if (!keepsLeft) {
            List<ColumnRef> keys = step.by().isEmpty()
                    ? first(step.head()).stream().map(JoinKey::right).toList()
                    : step.by().stream().map(JoinKey::right).toList();
            names(step.head(), step.other(), right, keys, step.prefix());
        } else if (step.by().isEmpty()) {
            wholeRows(step, right);
        }
    }

    private static List<JoinKey> first(Head head) {
        ColumnRef first = new ColumnRef.Numbered(1, head.place());
        return List.of(new JoinKey(first, first));
    }

    void crossJoin(JoinStep.CrossJoin step) {
        names(step.head(), step.other(), dataset(step.other()), List.of(), step.prefix());
    }

    void coGroup(JoinStep.CoGroup step) {
        keys(step.by().isEmpty() ? first(step.head()) : step.by(), dataset(step.other()));
    }

    private void keys(List<JoinKey> keys, Scope right) {
        for (JoinKey key : keys) {
            if (ColumnCheck.check(key.left(), left, problems)) {
                side(key.right(), right);
            }
        }
        types(keys, right);
    }

    /** One name for both sides is told about once. */
    private void side(ColumnRef key, Scope right) {
        ColumnCheck.check(key, right, problems, "in the other dataset");
    }

    private void types(List<JoinKey> keys, Scope right) {
        for (JoinKey key : keys) {
            Optional<ColumnKind> one = left.kinds().kind(key.left(), left.columns());
            Optional<ColumnKind> other = right.kinds().kind(key.right(), right.columns());
            if (one.isPresent()
                    && other.isPresent()
                    && one.get().text() != other.get().text()) {
                boolean leftText = one.get().text();
                String name = (leftText ? key.left() : key.right()).toString();
                int line = (leftText ? one : other).get().origin().line();
                problems.add(Problem.error(
                                key.left().place(),
                                "`" + key.left() + "` is " + what(one.get()) + " here and " + what(other.get())
                                        + " in the other dataset, so they are never equal")
                        .hint("add `types: {" + name + ": int}` to the step at line " + line));
            }
        }
    }

    private static String what(ColumnKind kind) {
        return kind.text() ? "text" : "a number";
    }

    /** Names that both sides have. */
    private void names(Head head, Text other, Scope right, List<ColumnRef> keys, Optional<Text> prefix) {
        if (!head.as().isEmpty()
                || !left.columns().isNamed()
                || !right.columns().isNamed()) {
            return;
        }
        List<Integer> gone = keys.stream()
                .map(right.columns()::indexOf)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
        List<String> names = new ArrayList<>(left.columns().names());
        List<String> both = new ArrayList<>();
        for (int i = 0; i < right.columns().names().size(); i++) {
            String name =
                    prefix.map(Text::value).orElse("") + right.columns().names().get(i);
            if (!gone.contains(i) && names.contains(name)) {
                both.add(name);
            }
        }
        if (!both.isEmpty()) {
            boolean one = both.size() == 1;
            problems.add(Problem.error(
                            prefix.map(Text::place).orElse(other.place()),
                            "`" + String.join("`, `", both) + "` " + (one ? "is a column" : "are columns")
                                    + " of both sides")
                    .hint(
                            prefix.isPresent()
                                    ? "take another `prefix`"
                                    : "`prefix: " + other.value() + "_` names those of `" + other.value()
                                            + "`; `by` says which are compared"));
        }
    }

    private void wholeRows(JoinStep.Join step, Scope right) {
        OptionalInt one = left.columns().width();
        OptionalInt two = right.columns().width();
        if (left.sure() && right.sure() && one.isPresent() && two.isPresent() && one.getAsInt() != two.getAsInt()) {
            problems.add(
                    Problem.error(step.other().place(), "rows of " + width(one) + " never equal rows of " + width(two))
                            .hint("say with `by` which columns are compared"));
        }
    }

    private static String width(OptionalInt width) {
        return width.orElse(0) + (width.orElse(0) == 1 ? " column" : " columns");
    }

    /** All inputs have the same columns. */
    void union(JoinStep.Union step) {
        Scope first = step.isSource() ? dataset(step.others().get(0)) : left;
        String what = step.isSource() ? "`" + step.others().get(0).value() + "`" : "the step before";
        for (Text other : step.others()) {
            Columns one = first.columns();
            Columns two = dataset(other).columns();
            boolean known = one.width().isPresent() && two.width().isPresent();
            boolean widths = known && !one.width().equals(two.width());
            boolean names =
                    known && one.isNamed() && two.isNamed() && !one.names().equals(two.names());
            if (names) {
                problems.add(Problem.error(
                                other.place(),
                                "`" + other.value() + "` has the columns " + String.join(", ", two.names()) + ", and "
                                        + what + " has " + String.join(", ", one.names()))
                        .hint("`select` the same columns in the same order, and `rename` those of other names"));
            } else if (widths) {
                problems.add(Problem.error(
                                other.place(),
                                "`" + other.value() + "` has " + width(two.width()) + ", and " + what + " has "
                                        + one.width().getAsInt())
                        .hint("`select` the same columns in the same order"));
            }
        }
    }
}
