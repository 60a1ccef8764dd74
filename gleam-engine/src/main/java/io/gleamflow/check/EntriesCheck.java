package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.RowStep;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks steps that have a script for each of several names. */
final class EntriesCheck {

    private final Scope scope;
    private final Scripts scripts;
    private final Problems problems;

    EntriesCheck(Scope scope, Scripts scripts, Problems problems) {
        this.scope = scope;
        this.scripts = scripts;
        this.problems = problems;
    }

    private static Script script(Head head, NamedScript entry) {
        return Script.of(head, entry.script(), Script.Wants.RESULT)
                .named(entry.name().value());
    }

    void map(RowStep.MapColumns step) {
        Scope made = new Scope(
                Columns.named(step.columns().stream()
                        .map(entry -> entry.name().value())
                        .toList()),
                true,
                Kinds.NONE);
        step.columns().forEach(entry -> scripts.check(script(step.head(), entry).with(made), scope));
    }

    void check(RowStep.Check step) {
        for (NamedScript entry : step.checks()) {
            Script script = Script.of(step.head(), entry.script(), Script.Wants.RESULT);
            scripts.check(
                    entry.name().value().isEmpty()
                            ? script
                            : script.named(entry.name().value()),
                    scope);
        }
    }

    /** Each entry sees what those above have set. */
    void set(RowStep.SetColumns step) {
        Scope all = with(scope, step.columns());
        Scope seen = scope;
        Set<String> known = new HashSet<>(scope.columns().names());
        for (NamedScript entry : step.columns()) {
            scripts.check(script(step.head(), entry).with(all), seen);
            exists(entry);
            boolean isNew = known.add(entry.name().value());
            // thousands of columns are set by some
            seen = isNew && scope.columns().isNamed() ? behind(seen, entry) : with(seen, List.of(entry));
        }
    }

    /** Without names there are no new ones. */
    private void exists(NamedScript entry) {
        Columns columns = scope.columns();
        String name = entry.name().value();
        Optional<Integer> position = Columns.positionOf(name);
        boolean there = columns.isNamed()
                || position.isPresent() && position.get() < columns.width().orElse(Integer.MAX_VALUE);
        if (scope.sure() && !there) {
            problems.add(
                    Problem.error(entry.name().place(), "`" + name + "` cannot be set: the columns have no names here")
                            .hint("give them some with `as` before, or set `_1`, `_2`"));
        }
    }

    /** With one more column. */
    private static Scope behind(Scope scope, NamedScript entry) {
        List<String> names = new ArrayList<>(scope.columns().names());
        names.add(entry.name().value());
        return new Scope(Columns.named(names), scope.sure(), scope.kinds());
    }

    /** Whether nothing is known of a column but that it is there. */
    private static boolean isUntyped(Scope scope, String name) {
        int index = scope.columns().names().indexOf(name);
        return index >= 0 && !scope.kinds().of().containsKey(index);
    }

    private static Scope with(Scope scope, List<NamedScript> entries) {
        if (!scope.columns().isNamed()) {
            return scope;
        }
        if (entries.size() == 1 && isUntyped(scope, entries.get(0).name().value())) {
            return scope;
        }
        List<String> names = new ArrayList<>(scope.columns().names());
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
        Map<Integer, ColumnKind> kinds = new HashMap<>(scope.kinds().of());
        for (NamedScript entry : entries) {
            String name = entry.name().value();
            if (positions.putIfAbsent(name, names.size()) == null) {
                names.add(name);
            }
            kinds.remove(positions.get(name));
        }
        return new Scope(Columns.named(names), scope.sure(), new Kinds(kinds));
    }
}
