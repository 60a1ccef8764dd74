package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.problem.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which columns hold text, or numbers, for certain.
 *
 * @param of by the index of the column
 */
record Kinds(Map<Integer, ColumnKind> of) {

    static final Kinds NONE = new Kinds(Map.of());

    Kinds {
        of = Map.copyOf(of);
    }

    Optional<ColumnKind> kind(ColumnRef column, Columns columns) {
        OptionalInt index = columns.indexOf(column);
        return index.isEmpty() ? Optional.empty() : Optional.ofNullable(of.get(index.getAsInt()));
    }

    /** The kind of a column that is text, by its name. */
    Optional<ColumnKind> text(String name, Columns columns) {
        int index = columns.names().indexOf(name);
        return Optional.ofNullable(of.get(index)).filter(ColumnKind::text);
    }

    /** What is known behind a step. */
    Kinds after(Step step, Columns before, Columns after, Map<String, Scope> datasets) {
        Map<Integer, ColumnKind> kinds = new HashMap<>(step.accept(new KindsAfter(this, before, after, datasets)));
        for (TypedColumn typed : step.head().types()) {
            OptionalInt index = after.indexOf(typed.column());
            if (index.isPresent() && typed.type() != ColumnType.TEXT) {
                kinds.remove(index.getAsInt());
                if (typed.type() == ColumnType.INT || typed.type() == ColumnType.NUMBER) {
                    Place place = step.head().place();
                    kinds.put(index.getAsInt(), ColumnKind.number(place));
                }
            }
        }
        return new Kinds(kinds);
    }
}
