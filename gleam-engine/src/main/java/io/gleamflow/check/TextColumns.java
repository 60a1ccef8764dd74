package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.StepVisitor;
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
    private record After(TextColumns text, Columns before, Columns after) implements StepVisitor<Map<Integer, Place>> {

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
        public Map<Integer, Place> read(SourceStep.Read step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> count(SourceStep.Count step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> rows(SourceStep.Rows step) {
            Map<Integer, Place> all = all(step);
            for (List<Value> row : step.rows()) {
                all.keySet().removeIf(i -> i < row.size() && !(row.get(i) instanceof Value.Str));
            }
            return all;
        }

        @Override
        public Map<Integer, Place> map(RowStep.Map step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> flatMap(RowStep.FlatMap step) {
            return Map.of();
        }

        @Override
        public Map<Integer, Place> filter(RowStep.Filter step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> forEach(RowStep.ForEach step) {
            return after.equals(before) ? text.origins : Map.of();
        }

        @Override
        public Map<Integer, Place> select(RowStep.Select step) {
            return picked(step.columns());
        }

        /** The function may make anything of the values, but not of the key. */
        @Override
        public Map<Integer, Place> reduceByKey(KeyStep.ReduceByKey step) {
            Map<Integer, Place> key = new HashMap<>(text.origins);
            key.keySet().retainAll(List.of(0));
            return key;
        }

        @Override
        public Map<Integer, Place> countBy(KeyStep.CountBy step) {
            Place first = step.head().place();
            return picked(step.keys().isEmpty() ? List.of(new ColumnRef.Numbered(1, first)) : step.keys());
        }

        @Override
        public Map<Integer, Place> sort(OrderStep.Sort step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> pipe(ProgramStep.Pipe step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> pipeAsArgs(ProgramStep.PipeAsArgs step) {
            return all(step);
        }

        @Override
        public Map<Integer, Place> partition(ShardStep.Partition step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> print(EndStep.Print step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> write(EndStep.Write step) {
            return text.origins;
        }

        @Override
        public Map<Integer, Place> command(SourceStep.Command step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> socket(SourceStep.Socket step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> from(SourceStep.From step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> mapColumns(RowStep.MapColumns step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> setColumns(RowStep.SetColumns step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> drop(RowStep.Drop step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> rename(RowStep.Rename step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> check(RowStep.Check step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> general(RowStep.General step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> reduce(KeyStep.Reduce step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> aggregate(KeyStep.Aggregate step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> groupBy(KeyStep.GroupBy step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> distinct(KeyStep.Distinct step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> join(JoinStep.Join step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> crossJoin(JoinStep.CrossJoin step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> coGroup(JoinStep.CoGroup step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> union(JoinStep.Union step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> top(OrderStep.Top step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> limit(OrderStep.Limit step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> skip(OrderStep.Skip step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> sample(OrderStep.Sample step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> roundRobin(ShardStep.RoundRobin step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> broadcast(ShardStep.Broadcast step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> merge(ShardStep.Merge step) {
            throw new UnsupportedOperationException("not there yet");
        }

        @Override
        public Map<Integer, Place> exec(ProgramStep.Exec step) {
            throw new UnsupportedOperationException("not there yet");
        }
    }
}
