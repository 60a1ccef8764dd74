package io.gleamflow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The columns a step leaves, given those it receives; says nothing about whether the step is right. */
public final class ColumnsAfter implements Step.Visitor<Columns> {

    /** A mention of {@code emit} in Lua; comments and strings are passed over first. */
    private static final Pattern EMIT = Pattern.compile("(?s)--\\[(=*)\\[.*?\\]\\1\\]|--[^\n]*|\\[(=*)\\[.*?\\]\\2\\]"
            + "|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+'|(?<![.:\\w])(emit|writeRow)\\b(?!\\s*=(?!=))");

    private final Columns before;

    private ColumnsAfter(Columns before) {
        this.before = before;
    }

    /** What {@code step} makes of {@code before}. */
    public static Columns of(Step step, Columns before) {
        Columns after = step.accept(new ColumnsAfter(before));
        List<Text> as = step.head().as();
        if (as.isEmpty() || step instanceof Step.CountBy) {
            return after;
        }
        return Columns.named(as.stream().map(Text::value).toList());
    }

    @Override
    public Columns read(Step.Read step) {
        return Columns.named("line");
    }

    @Override
    public Columns count(Step.Count step) {
        return Columns.named("n");
    }

    @Override
    public Columns rows(Step.Rows step) {
        if (!step.names().isEmpty()) {
            return Columns.named(step.names());
        }
        long widths = step.rows().stream().mapToInt(List::size).distinct().count();
        return widths == 1
                ? new Columns(List.of(), OptionalInt.of(step.rows().get(0).size()))
                : Columns.UNKNOWN;
    }

    @Override
    public Columns map(Step.Map step) {
        return Columns.UNKNOWN;
    }

    @Override
    public Columns flatMap(Step.FlatMap step) {
        return Columns.UNKNOWN;
    }

    @Override
    public Columns filter(Step.Filter step) {
        return before;
    }

    /** A forEach that emits makes rows of its own. */
    @Override
    public Columns forEach(Step.ForEach step) {
        boolean emits = EMIT.matcher(step.script().source()).results().anyMatch(found -> found.group(3) != null);
        return emits ? Columns.UNKNOWN : before;
    }

    @Override
    public Columns select(Step.Select step) {
        List<String> names = new ArrayList<>();
        for (ColumnRef column : step.columns()) {
            OptionalInt index = before.indexOf(column);
            if (before.isNamed() && index.isPresent()) {
                names.add(before.names().get(index.getAsInt()));
            }
        }
        int width = step.columns().size();
        return names.size() == width ? Columns.named(names) : new Columns(List.of(), OptionalInt.of(width));
    }

    @Override
    public Columns reduceByKey(Step.ReduceByKey step) {
        return before;
    }

    @Override
    public Columns countBy(Step.CountBy step) {
        List<String> names = new ArrayList<>();
        for (ColumnRef key : step.keys()) {
            OptionalInt index = before.indexOf(key);
            if (key instanceof ColumnRef.Named named) {
                names.add(named.name());
            } else if (before.isNamed() && index.isPresent()) {
                names.add(before.names().get(index.getAsInt()));
            } else {
                names.add("_" + key);
            }
        }
        if (step.keys().isEmpty()) {
            names.add(before.isNamed() ? before.names().get(0) : "_1");
        }
        names.add(step.head().as().isEmpty() ? "count" : step.head().as().get(0).value());
        return Columns.named(names);
    }

    @Override
    public Columns sort(Step.Sort step) {
        return before;
    }

    @Override
    public Columns pipe(Step.Pipe step) {
        return split(step.split());
    }

    @Override
    public Columns pipeAsArgs(Step.PipeAsArgs step) {
        return split(step.split());
    }

    private static Columns split(Split split) {
        return split instanceof Split.None ? Columns.named("line") : Columns.UNKNOWN;
    }

    @Override
    public Columns partition(Step.Partition step) {
        return before;
    }

    @Override
    public Columns print(Step.Print step) {
        return before;
    }

    @Override
    public Columns write(Step.Write step) {
        return before;
    }
}
