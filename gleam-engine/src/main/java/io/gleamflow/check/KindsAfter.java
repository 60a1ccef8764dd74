package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.JoinKey;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.StepVisitor;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** The kinds of columns that a step makes, before its {@code types} are looked at. */
final class KindsAfter implements StepVisitor<Map<Integer, ColumnKind>> {

    private final Kinds kinds;
    private final Columns before;
    private final Columns after;
    private final Map<String, Scope> datasets;

    KindsAfter(Kinds kinds, Columns before, Columns after, Map<String, Scope> datasets) {
        this.kinds = kinds;
        this.before = before;
        this.after = after;
        this.datasets = datasets;
    }

    private Scope dataset(Text name) {
        return datasets.getOrDefault(name.value(), Scope.START);
    }

    /** All columns whose names are known. */
    private Map<Integer, ColumnKind> all(ColumnKind kind) {
        Map<Integer, ColumnKind> all = new HashMap<>();
        for (int i = 0; i < after.names().size(); i++) {
            all.put(i, kind);
        }
        return all;
    }

    private Map<Integer, ColumnKind> picked(List<ColumnRef> columns) {
        Map<Integer, ColumnKind> picked = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int to = i;
            kinds.kind(columns.get(i), before).ifPresent(kind -> picked.put(to, kind));
        }
        return picked;
    }

    private Map<Integer, ColumnKind> format(FileFormat format, Place place) {
        return switch (format.kind()) {
            case TEXT -> all(ColumnKind.text(place));
            case CSV, TSV, FIXED -> all(ColumnKind.field(place));
            default -> Map.of();
        };
    }

    @Override
    public Map<Integer, ColumnKind> read(SourceStep.Read step) {
        Map<Integer, ColumnKind> read =
                new HashMap<>(format(step.format(), step.head().place()));
        if (step.withFile() && after.isNamed()) {
            read.put(after.names().size() - 1, ColumnKind.text(step.head().place()));
        }
        return read;
    }

    @Override
    public Map<Integer, ColumnKind> rejected(SourceStep.Rejected step) {
        Map<Integer, ColumnKind> told =
                new HashMap<>(all(ColumnKind.text(step.head().place())));
        int line = SourceStep.Rejected.COLUMNS.indexOf("line");
        told.put(line, ColumnKind.number(step.head().place()));
        return told;
    }

    @Override
    public Map<Integer, ColumnKind> command(SourceStep.Command step) {
        return format(step.format(), step.head().place());
    }

    @Override
    public Map<Integer, ColumnKind> socket(SourceStep.Socket step) {
        return format(step.format(), step.head().place());
    }

    @Override
    public Map<Integer, ColumnKind> count(SourceStep.Count step) {
        return Map.of(0, ColumnKind.number(step.head().place()));
    }

    @Override
    public Map<Integer, ColumnKind> rows(SourceStep.Rows step) {
        if (step.rows().isEmpty()) {
            return Map.of();
        }
        Map<Integer, ColumnKind> all = all(ColumnKind.text(step.head().place()));
        for (List<Value> row : step.rows()) {
            all.keySet().removeIf(i -> i < row.size() && !(row.get(i) instanceof Value.Str));
        }
        return all;
    }

    @Override
    public Map<Integer, ColumnKind> from(SourceStep.From step) {
        return dataset(step.dataset()).kinds().of();
    }

    @Override
    public Map<Integer, ColumnKind> map(RowStep.Map step) {
        return Map.of();
    }

    @Override
    public Map<Integer, ColumnKind> mapColumns(RowStep.MapColumns step) {
        Map<Integer, ColumnKind> made = new HashMap<>();
        for (int i = 0; i < step.columns().size(); i++) {
            ColumnKind same = kinds.of().get(copied(step.columns().get(i), before));
            if (same != null) {
                made.put(i, same);
            }
        }
        return made;
    }

    /** The column that an expression is, when it is nothing else; -1 otherwise. */
    private static int copied(NamedScript entry, Columns columns) {
        return columns.names().indexOf(entry.script().source().strip());
    }

    @Override
    public Map<Integer, ColumnKind> flatMap(RowStep.FlatMap step) {
        return picked(step.keep());
    }

    @Override
    public Map<Integer, ColumnKind> filter(RowStep.Filter step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> forEach(RowStep.ForEach step) {
        return after.equals(before) ? kinds.of() : Map.of();
    }

    @Override
    public Map<Integer, ColumnKind> select(RowStep.Select step) {
        return picked(step.columns());
    }

    @Override
    public Map<Integer, ColumnKind> setColumns(RowStep.SetColumns step) {
        Map<Integer, ColumnKind> made = new HashMap<>(kinds.of());
        for (NamedScript entry : step.columns()) {
            int index = after.names().indexOf(entry.name().value());
            ColumnKind same = made.get(copied(entry, after));
            made.remove(index);
            if (same != null && index >= 0) {
                made.put(index, same);
            }
        }
        return made;
    }

    @Override
    public Map<Integer, ColumnKind> drop(RowStep.Drop step) {
        Map<Integer, ColumnKind> left = new HashMap<>();
        List<Integer> gone = step.columns().stream()
                .map(before::indexOf)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
        int to = 0;
        for (int i = 0; i < before.width().orElse(0); i++) {
            ColumnKind kind = kinds.of().get(i);
            if (!gone.contains(i)) {
                if (kind != null) {
                    left.put(to, kind);
                }
                to++;
            }
        }
        return left;
    }

    @Override
    public Map<Integer, ColumnKind> rename(RowStep.Rename step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> check(RowStep.Check step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> general(RowStep.General step) {
        return Map.of();
    }

    /** The function may make anything of the values, but not of the key. */
    @Override
    public Map<Integer, ColumnKind> reduceByKey(KeyStep.ReduceByKey step) {
        return first(step.head().place());
    }

    private Map<Integer, ColumnKind> first(Place place) {
        return picked(List.of(new ColumnRef.Numbered(1, place)));
    }

    @Override
    public Map<Integer, ColumnKind> reduce(KeyStep.Reduce step) {
        return picked(step.by());
    }

    @Override
    public Map<Integer, ColumnKind> aggregate(KeyStep.Aggregate step) {
        return picked(step.by());
    }

    @Override
    public Map<Integer, ColumnKind> countBy(KeyStep.CountBy step) {
        Place place = step.head().place();
        Map<Integer, ColumnKind> counted = new HashMap<>(step.keys().isEmpty() ? first(place) : picked(step.keys()));
        counted.put(Math.max(1, step.keys().size()), ColumnKind.number(place));
        return counted;
    }

    @Override
    public Map<Integer, ColumnKind> groupBy(KeyStep.GroupBy step) {
        return step.keys().isEmpty() ? first(step.head().place()) : picked(step.keys());
    }

    @Override
    public Map<Integer, ColumnKind> distinct(KeyStep.Distinct step) {
        return kinds.of();
    }

    /** What a row without a partner lacks may be nil; its key is there. */
    @Override
    public Map<Integer, ColumnKind> join(JoinStep.Join step) {
        JoinStep.Kind kind = step.kind();
        if (kind.isLeftOnly()) {
            return kinds.of();
        }
        boolean left = kind == JoinStep.Kind.RIGHT || kind == JoinStep.Kind.FULL;
        boolean right = kind == JoinStep.Kind.LEFT || kind == JoinStep.Kind.FULL;
        Columns others = dataset(step.other()).columns();
        List<ColumnRef> keys = step.by().isEmpty()
                ? List.of(new ColumnRef.Numbered(1, step.head().place()))
                : step.by().stream().map(JoinKey::right).toList();
        List<Integer> gone =
                keys.stream().map(key -> others.indexOf(key).orElse(-1)).toList();
        return beside(dataset(step.other()), gone, left, right);
    }

    private Map<Integer, ColumnKind> beside(Scope other, List<Integer> gone, boolean leftNil, boolean rightNil) {
        Map<Integer, ColumnKind> all = new HashMap<>();
        kinds.of().forEach((i, kind) -> all.put(i, leftNil ? kind.orNil() : kind));
        if (before.width().isEmpty()) {
            return all;
        }
        IntFunction<Integer> shifted = i -> before.width().getAsInt()
                + i
                - (int) gone.stream().filter(g -> g >= 0 && g < i).count();
        other.kinds().of().forEach((i, kind) -> {
            if (!gone.contains(i)) {
                all.put(shifted.apply(i), rightNil ? kind.orNil() : kind);
            }
        });
        return all;
    }

    @Override
    public Map<Integer, ColumnKind> crossJoin(JoinStep.CrossJoin step) {
        return beside(dataset(step.other()), List.of(), false, false);
    }

    @Override
    public Map<Integer, ColumnKind> coGroup(JoinStep.CoGroup step) {
        return step.by().isEmpty()
                ? first(step.head().place())
                : picked(step.by().stream().map(JoinKey::left).toList());
    }

    /** What all inputs agree about. */
    @Override
    public Map<Integer, ColumnKind> union(JoinStep.Union step) {
        List<Map<Integer, ColumnKind>> inputs =
                step.others().stream().map(other -> dataset(other).kinds().of()).toList();
        Map<Integer, ColumnKind> same = new HashMap<>(step.isSource() ? inputs.get(0) : kinds.of());
        same.entrySet()
                .removeIf(entry -> !inputs.stream().allMatch(input -> {
                    ColumnKind kind = input.get(entry.getKey());
                    return kind != null && kind.text() == entry.getValue().text();
                }));
        same.replaceAll((i, kind) ->
                inputs.stream().map(input -> input.getOrDefault(i, kind)).anyMatch(ColumnKind::nullable)
                        ? kind.orNil()
                        : kind);
        return same;
    }

    @Override
    public Map<Integer, ColumnKind> sort(OrderStep.Sort step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> top(OrderStep.Top step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> limit(OrderStep.Limit step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> skip(OrderStep.Skip step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> sample(OrderStep.Sample step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> partition(ShardStep.Partition step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> roundRobin(ShardStep.RoundRobin step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> broadcast(ShardStep.Broadcast step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> merge(ShardStep.Merge step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> pipe(ProgramStep.Pipe step) {
        Place place = step.head().place();
        return step.format().map(format -> format(format, place)).orElseGet(() -> all(ColumnKind.text(place)));
    }

    @Override
    public Map<Integer, ColumnKind> pipeAsArgs(ProgramStep.PipeAsArgs step) {
        return all(ColumnKind.text(step.head().place()));
    }

    @Override
    public Map<Integer, ColumnKind> exec(ProgramStep.Exec step) {
        return Map.of();
    }

    @Override
    public Map<Integer, ColumnKind> print(EndStep.Print step) {
        return kinds.of();
    }

    @Override
    public Map<Integer, ColumnKind> write(EndStep.Write step) {
        return kinds.of();
    }
}
