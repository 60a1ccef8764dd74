package io.gleamflow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The columns a step leaves, given those it receives; says nothing about whether the step is right. */
public final class ColumnsAfter implements StepVisitor<Columns> {

    /** A mention of {@code emit} in Lua; comments and strings are passed over first. */
    private static final Pattern EMIT = Pattern.compile("(?s)--\\[(=*)\\[.*?\\]\\1\\]|--[^\n]*|\\[(=*)\\[.*?\\]\\2\\]"
            + "|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+'|(?<![.:\\w])(emit|writeRow)\\b(?!\\s*=(?!=))");

    private final Columns before;
    private final Map<String, Columns> datasets;

    private ColumnsAfter(Columns before, Map<String, Columns> datasets) {
        this.before = before;
        this.datasets = datasets;
    }

    /**
     * What {@code step} makes of {@code before}.
     *
     * @param datasets the columns of the datasets it may take rows of
     */
    public static Columns of(Step step, Columns before, Map<String, Columns> datasets) {
        Columns after = step.accept(unnamed(before, datasets));
        List<Text> as = step.head().as();
        if (as.isEmpty() || step instanceof KeyStep.CountBy || step instanceof RowStep.FlatMap) {
            return after;
        }
        return Columns.named(as.stream().map(Text::value).toList());
    }

    /** What steps make of {@code before} without their {@code as}, except that one which makes names has its own. */
    public static StepVisitor<Columns> unnamed(Columns before, Map<String, Columns> datasets) {
        return new ColumnsAfter(before, datasets);
    }

    private Columns dataset(Text name) {
        return datasets.getOrDefault(name.value(), Columns.UNKNOWN);
    }

    /** Names that are known, or else a width, or neither. */
    private static Columns known(List<String> names, OptionalInt width) {
        return width.isPresent() && names.size() == width.getAsInt() && !names.isEmpty()
                ? Columns.named(names)
                : new Columns(List.of(), width);
    }

    @Override
    public Columns read(SourceStep.Read step) {
        Columns found = step.found().isEmpty() ? format(step.format()) : Columns.named(step.found());
        return step.withFile() && found.isNamed() ? Columns.named(joined(found.names(), List.of("file"))) : found;
    }

    private static Columns format(FileFormat format) {
        if (!format.columns().isEmpty()) {
            return Columns.named(format.columns());
        }
        return format.kind() == FileFormat.Kind.TEXT ? Columns.named("line") : Columns.UNKNOWN;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Override
    public Columns rejected(SourceStep.Rejected step) {
        return Columns.named(SourceStep.Rejected.COLUMNS);
    }

    @Override
    public Columns command(SourceStep.Command step) {
        return format(step.format());
    }

    @Override
    public Columns socket(SourceStep.Socket step) {
        return format(step.format());
    }

    @Override
    public Columns count(SourceStep.Count step) {
        return Columns.named("n");
    }

    @Override
    public Columns rows(SourceStep.Rows step) {
        if (!step.names().isEmpty()) {
            return Columns.named(step.names());
        }
        long widths = step.rows().stream().mapToInt(List::size).distinct().count();
        return widths == 1
                ? new Columns(List.of(), OptionalInt.of(step.rows().get(0).size()))
                : Columns.UNKNOWN;
    }

    @Override
    public Columns from(SourceStep.From step) {
        return dataset(step.dataset());
    }

    @Override
    public Columns map(RowStep.Map step) {
        return Columns.UNKNOWN;
    }

    @Override
    public Columns mapColumns(RowStep.MapColumns step) {
        return Columns.named(names(step.columns()));
    }

    private static List<String> names(List<NamedScript> entries) {
        return entries.stream().map(entry -> entry.name().value()).toList();
    }

    @Override
    public Columns flatMap(RowStep.FlatMap step) {
        List<String> as = step.head().as().stream().map(Text::value).toList();
        return as.isEmpty() ? Columns.UNKNOWN : Columns.named(joined(KeyNames.of(step.keep(), before), as));
    }

    @Override
    public Columns filter(RowStep.Filter step) {
        return before;
    }

    /** A forEach that emits makes rows of its own. */
    @Override
    public Columns forEach(RowStep.ForEach step) {
        boolean emits = EMIT.matcher(step.script().source()).results().anyMatch(found -> found.group(3) != null);
        return emits ? Columns.UNKNOWN : before;
    }

    @Override
    public Columns select(RowStep.Select step) {
        return picked(step.columns(), List.of());
    }

    /** Columns of before, and then others by index. */
    private Columns picked(List<ColumnRef> columns, List<Integer> others) {
        List<String> names = new ArrayList<>();
        for (ColumnRef column : columns) {
            OptionalInt index = before.indexOf(column);
            if (before.isNamed() && index.isPresent()) {
                names.add(before.names().get(index.getAsInt()));
            }
        }
        others.stream()
                .filter(i -> before.isNamed())
                .forEach(i -> names.add(before.names().get(i)));
        return known(names, OptionalInt.of(columns.size() + others.size()));
    }

    /** The indexes of all columns but some. */
    private List<Integer> but(List<ColumnRef> columns, Columns of) {
        List<Integer> gone = columns.stream()
                .map(of::indexOf)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
        return IntStream.range(0, of.width().orElse(0))
                .boxed()
                .filter(i -> !gone.contains(i))
                .toList();
    }

    @Override
    public Columns setColumns(RowStep.SetColumns step) {
        if (!before.isNamed()) {
            return before;
        }
        List<String> names = new ArrayList<>(before.names());
        names(step.columns()).stream().filter(name -> !names.contains(name)).forEach(names::add);
        return Columns.named(names.stream().distinct().toList());
    }

    @Override
    public Columns drop(RowStep.Drop step) {
        return before.width().isEmpty() ? Columns.UNKNOWN : picked(List.of(), but(step.columns(), before));
    }

    @Override
    public Columns rename(RowStep.Rename step) {
        if (before.width().isEmpty()) {
            return before;
        }
        List<String> names = new ArrayList<>(before.names());
        for (int i = names.size(); i < before.width().getAsInt(); i++) {
            names.add("_" + (i + 1));
        }
        for (Renaming renaming : step.names()) {
            before.indexOf(renaming.column())
                    .ifPresent(i -> names.set(i, renaming.name().value()));
        }
        return Columns.named(names);
    }

    @Override
    public Columns check(RowStep.Check step) {
        return before;
    }

    @Override
    public Columns general(RowStep.General step) {
        return Columns.UNKNOWN;
    }

    @Override
    public Columns reduceByKey(KeyStep.ReduceByKey step) {
        return before;
    }

    @Override
    public Columns reduce(KeyStep.Reduce step) {
        return before.width().isEmpty() || step.by().isEmpty() ? before : picked(step.by(), but(step.by(), before));
    }

    @Override
    public Columns aggregate(KeyStep.Aggregate step) {
        return Columns.named(joined(KeyNames.of(step.by(), before), names(step.entries())));
    }

    @Override
    public Columns countBy(KeyStep.CountBy step) {
        List<Text> as = step.head().as();
        return keys(step.keys(), as.isEmpty() ? "count" : as.get(0).value());
    }

    private Columns keys(List<ColumnRef> keys, String... others) {
        return Columns.named(joined(KeyNames.orFirst(keys, before), List.of(others)));
    }

    @Override
    public Columns groupBy(KeyStep.GroupBy step) {
        return keys(step.keys(), "rows");
    }

    @Override
    public Columns distinct(KeyStep.Distinct step) {
        return before;
    }

    @Override
    public Columns join(JoinStep.Join step) {
        if (step.kind().isLeftOnly()) {
            return before;
        }
        Columns right = dataset(step.other());
        List<ColumnRef> keys = step.by().stream().map(JoinKey::right).toList();
        if (keys.isEmpty()) {
            keys = List.of(new ColumnRef.Numbered(1, step.head().place()));
        }
        return beside(right, but(keys, right), step.prefix().map(Text::value).orElse(""));
    }

    private Columns beside(Columns right, List<Integer> columns, String prefix) {
        if (before.width().isEmpty() || right.width().isEmpty()) {
            return Columns.UNKNOWN;
        }
        List<String> names = new ArrayList<>(before.names());
        columns.stream()
                .filter(i -> right.isNamed())
                .forEach(i -> names.add(prefix + right.names().get(i)));
        return known(names, OptionalInt.of(before.width().getAsInt() + columns.size()));
    }

    @Override
    public Columns crossJoin(JoinStep.CrossJoin step) {
        Columns right = dataset(step.other());
        return beside(
                right, but(List.of(), right), step.prefix().map(Text::value).orElse(""));
    }

    @Override
    public Columns coGroup(JoinStep.CoGroup step) {
        return keys(step.by().stream().map(JoinKey::left).toList(), "left", "right");
    }

    /** The widths of all inputs must be known, and the names of one. */
    @Override
    public Columns union(JoinStep.Union step) {
        List<Columns> inputs =
                new ArrayList<>(step.others().stream().map(this::dataset).toList());
        if (!step.isSource()) {
            inputs.add(0, before);
        }
        Columns first = inputs.get(0);
        return inputs.stream().allMatch(each -> each.width().equals(first.width())) ? first : Columns.UNKNOWN;
    }

    @Override
    public Columns sort(OrderStep.Sort step) {
        return before;
    }

    @Override
    public Columns top(OrderStep.Top step) {
        return before;
    }

    @Override
    public Columns limit(OrderStep.Limit step) {
        return before;
    }

    @Override
    public Columns skip(OrderStep.Skip step) {
        return before;
    }

    @Override
    public Columns sample(OrderStep.Sample step) {
        return before;
    }

    @Override
    public Columns partition(ShardStep.Partition step) {
        return before;
    }

    @Override
    public Columns roundRobin(ShardStep.RoundRobin step) {
        return before;
    }

    @Override
    public Columns broadcast(ShardStep.Broadcast step) {
        return before;
    }

    @Override
    public Columns merge(ShardStep.Merge step) {
        return before;
    }

    @Override
    public Columns pipe(ProgramStep.Pipe step) {
        return step.format().map(ColumnsAfter::format).orElseGet(() -> split(step.split()));
    }

    @Override
    public Columns pipeAsArgs(ProgramStep.PipeAsArgs step) {
        return split(step.split());
    }

    private static Columns split(Split split) {
        return split instanceof Split.None ? Columns.named("line") : Columns.UNKNOWN;
    }

    @Override
    public Columns exec(ProgramStep.Exec step) {
        return Columns.UNKNOWN;
    }

    @Override
    public Columns print(EndStep.Print step) {
        return before;
    }

    @Override
    public Columns write(EndStep.Write step) {
        return before;
    }
}
