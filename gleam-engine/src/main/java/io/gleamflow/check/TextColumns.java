package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns hold text for certain, and which step made them so.
 *
 * @param origins by the index of the column, the place of the step
 */
record TextColumns(Map<Integer, Place> origins) {

    static final TextColumns NONE = new TextColumns(Map.of());

    TextColumns {
        origins = Map.copyOf(origins);
    }

    /** What is text behind a step. */
    TextColumns after(Step step, Columns before, Columns after) {
        Map<Integer, Place> text = new HashMap<>(step.accept(new After(this, before, after)));
        for (TypedColumn typed : step.head().types()) {
            if (typed.type() != ColumnType.TEXT) {
                after.indexOf(typed.column()).ifPresent(text::remove);
            }
        }
        return new TextColumns(text);
    }

    /** What is text before {@code types} are looked at. */
    private record After(TextColumns text, Columns before, Columns after) implements Step.Visitor<Map<Integer, Place>> {

        /** All columns whose names are known. */
        private Map<Integer, Place> all(Step step) {
            Map<Integer, Place> all = new HashMap<>();
            for (int i = 0; i < after.names().size(); i++) {
                all.put(i, step.head().place());
            }
            return all;
        }

        private Map<Integer, Place> picked(List<ColumnRef> columns) {
            Map<Integer, Place> picked = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                int to = i;
                before.indexOf(columns.get(i)).ifPresent(from -> {
                    if (text.origins.containsKey(from)) {
                        picked.put(to, text.origins.get(from));
                    }
                });
            }
            return picked;
        }

        @Override
        public Map<Integer, Place> read(Step.Read step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> count(Step.Count step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> rows(Step.Rows step) {
            Map<Integer, Place> all = all(step);
            for (List<Value> row : step.rows()) {
                all.keySet().removeIf(i -> i < row.size() && !(row.get(i) instanceof Value.Str));
            }
            return all;
        }

        @Override
        public Map<Integer, Place> map(Step.Map step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> flatMap(Step.FlatMap step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> filter(Step.Filter step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> forEach(Step.ForEach step) {
            return after.equals(before) ? text.origins : Map.of();
        }

        @Override
        public Map<Integer, Place> select(Step.Select step) {
            return picked(step.columns());
        }

        /** The function may make anything of the values, but not of the key. */
        @Override
        public Map<Integer, Place> reduceByKey(Step.ReduceByKey step) {
            Map<Integer, Place> key = new HashMap<>(text.origins);
            key.keySet().retainAll(List.of(0));
            return key;
        }

        @Override
        public Map<Integer, Place> countBy(Step.CountBy step) {
            Place first = step.head().place();
            return picked(step.keys().isEmpty() ? List.of(new ColumnRef.Numbered(1, first)) : step.keys());
        }

        @Override
        public Map<Integer, Place> sort(Step.Sort step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> pipe(Step.Pipe step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> pipeAsArgs(Step.PipeAsArgs step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> partition(Step.Partition step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> print(Step.Print step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> write(Step.Write step) {
            return text.origins;
        }
    }
}
