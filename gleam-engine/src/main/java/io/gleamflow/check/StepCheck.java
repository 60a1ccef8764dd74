package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.Renaming;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.StepVisitor;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks a step against the columns it gets. The answer is whether it is known what comes out. */
final class StepCheck implements StepVisitor<Boolean> {

    private final Scope scope;
    private final Map<String, Scope> datasets;
    private final Scripts scripts;
    private final Problems problems;

    /**
     * @param datasets what is known at the ends of others
     */
    StepCheck(Scope scope, Map<String, Scope> datasets, Scripts scripts, Problems problems) {
        this.scope = scope;
        this.datasets = datasets;
        this.scripts = scripts;
        this.problems = problems;
    }

    private boolean columns(List<ColumnRef> refs) {
        return ColumnCheck.check(refs, scope, problems);
    }

    private boolean script(Script.Wants wants, Head head, LuaText text) {
        return scripts.check(Script.of(head, text, wants), scope);
    }

    private void named(Head head, OptionalInt width) {
        AsCheck.check(head, width, problems);
    }

    private boolean format(Optional<Text> format) {
        format.ifPresent(text -> FormatCheck.check(text, scope, problems));
        return true;
    }

    /** The columns of a file that was not looked at are known to nobody. */
    @Override
    public Boolean read(SourceStep.Read step) {
        FileFormat format = step.format();
        boolean text = format.kind() == FileFormat.Kind.TEXT;
        int known = text
                ? 1
                : format.columns().isEmpty()
                        ? step.found().size()
                        : format.columns().size();
        named(step.head(), known == 0 ? OptionalInt.empty() : OptionalInt.of(known + (step.withFile() ? 1 : 0)));
        return known > 0 || format.kind() == FileFormat.Kind.MSGPACK;
    }

    @Override
    public Boolean rejected(SourceStep.Rejected step) {
        return true;
    }

    @Override
    public Boolean count(SourceStep.Count step) {
        named(step.head(), OptionalInt.of(1));
        return true;
    }

    @Override
    public Boolean rows(SourceStep.Rows step) {
        List<Integer> widths = step.rows().stream().map(List::size).distinct().toList();
        if (widths.size() > 1 && !step.head().as().isEmpty()) {
            problems.error(step.head().place(), "`as` names columns of rows that have " + widths + " columns");
        }
        named(step.head(), widths.size() == 1 ? OptionalInt.of(widths.get(0)) : OptionalInt.empty());
        return true;
    }

    @Override
    public Boolean map(RowStep.Map step) {
        columns(step.per());
        List<String> names = new ArrayList<>();
        for (Text name : step.head().as()) {
            names.add(name.value());
        }
        Scope made = new Scope(Columns.named(names), !names.isEmpty(), Kinds.NONE);
        return !Scope.isUnread(step)
                && scripts.check(
                        Script.of(step.head(), step.script(), Script.Wants.RESULT)
                                .with(made),
                        scope);
    }

    @Override
    public Boolean flatMap(RowStep.FlatMap step) {
        columns(step.keep());
        return script(Script.Wants.RESULT_OR_EMIT, step.head(), step.script());
    }

    @Override
    public Boolean filter(RowStep.Filter step) {
        columns(step.per());
        scripts.check(Script.of(step.head(), step.script(), Script.Wants.RESULT).with(scope), scope);
        return true;
    }

    @Override
    public Boolean forEach(RowStep.ForEach step) {
        by(step.head(), step.by(), List.of());
        return script(Script.Wants.EMIT_OR_NOTHING, step.head(), step.script());
    }

    @Override
    public Boolean select(RowStep.Select step) {
        named(step.head(), OptionalInt.of(step.columns().size()));
        return columns(step.columns());
    }

    @Override
    public Boolean reduceByKey(KeyStep.ReduceByKey step) {
        OptionalInt width = scope.columns().width();
        if (scope.sure() && width.isPresent() && width.getAsInt() < 2) {
            problems.add(Problem.error(step.head().place(), "there is no column beside the key to reduce")
                    .hint("to count rows, write `countBy`"));
        }
        named(step.head(), width);
        scripts.check(
                Script.of(step.head(), step.script(), Script.Wants.FUNCTION).keyed(1), scope);
        return true;
    }

    @Override
    public Boolean countBy(KeyStep.CountBy step) {
        columns(step.keys());
        if (step.head().as().size() > 1) {
            problems.add(Problem.error(step.head().as().get(1).place(), "`as` of `countBy` is one name")
                    .hint("it renames the count; the keys keep their names"));
        }
        return true;
    }

    @Override
    public Boolean sort(OrderStep.Sort step) {
        return columns(step.ordering().stream().map(OrderBy::column).toList());
    }

    @Override
    public Boolean pipe(ProgramStep.Pipe step) {
        by(step.head(), step.by(), step.per());
        return step.format().isPresent() ? stream(step.head(), step.format().get()) : split(step.head(), step.split());
    }

    /** The keys of a step that would tell shards apart. */
    private void by(Head head, List<ColumnRef> by, List<ColumnRef> per) {
        columns(by);
        columns(per);
        if (!by.isEmpty() && !per.isEmpty()) {
            problems.add(Problem.warning(by.get(0).place(), "`by` does nothing beside `per`")
                    .hint("`per` keeps the rows of each of its keys together"));
        } else if (!by.isEmpty() && head.partitions().isEmpty()) {
            problems.add(Problem.warning(by.get(0).place(), "`by` does nothing without `partitions`")
                    .hint("one process sees all rows, in order"));
        }
    }

    @Override
    public Boolean pipeAsArgs(ProgramStep.PipeAsArgs step) {
        return split(step.head(), step.split());
    }

    private boolean split(Head head, Split split) {
        named(head, split instanceof Split.None ? OptionalInt.of(1) : OptionalInt.empty());
        return true;
    }

    @Override
    public Boolean partition(ShardStep.Partition step) {
        return columns(step.by());
    }

    @Override
    public Boolean print(EndStep.Print step) {
        return format(step.format());
    }

    @Override
    public Boolean write(EndStep.Write step) {
        columns(Placeholders.of(step.path()));
        return format(step.line());
    }

    @Override
    public Boolean command(SourceStep.Command step) {
        return stream(step.head(), step.format());
    }

    @Override
    public Boolean socket(SourceStep.Socket step) {
        return stream(step.head(), step.format());
    }

    /** Nobody knows before the run what a program or a server will send: such columns have the names written, or none. */
    private Boolean stream(Head head, FileFormat format) {
        boolean text = format.kind() == FileFormat.Kind.TEXT;
        int width = text ? 1 : format.columns().size();
        named(head, width == 0 ? OptionalInt.empty() : OptionalInt.of(width));
        return true;
    }

    @Override
    public Boolean from(SourceStep.From step) {
        named(step.head(), dataset(step.dataset()).columns().width());
        return true;
    }

    @Override
    public Boolean mapColumns(RowStep.MapColumns step) {
        entries().map(step);
        columns(step.per());
        return true;
    }

    @Override
    public Boolean setColumns(RowStep.SetColumns step) {
        entries().set(step);
        columns(step.per());
        return true;
    }

    private EntriesCheck entries() {
        return new EntriesCheck(scope, scripts, problems);
    }

    @Override
    public Boolean drop(RowStep.Drop step) {
        boolean there = columns(step.columns());
        int width = scope.columns().width().orElse(0);
        long gone =
                step.columns().stream().map(scope.columns()::indexOf).distinct().count();
        if (there && scope.sure() && width > 0 && gone >= width) {
            problems.error(step.head().place(), "no column would be left");
        }
        return there;
    }

    @Override
    public Boolean rename(RowStep.Rename step) {
        return columns(step.names().stream().map(Renaming::column).toList());
    }

    @Override
    public Boolean check(RowStep.Check step) {
        entries().check(step);
        return true;
    }

    @Override
    public Boolean general(RowStep.General step) {
        by(step.head(), step.by(), step.per());
        return scripts.checkGeneral(step.head(), step.script());
    }

    @Override
    public Boolean reduce(KeyStep.Reduce step) {
        OptionalInt width = scope.columns().width();
        boolean there = columns(step.by());
        if (scope.sure() && width.isPresent() && width.getAsInt() <= step.by().size()) {
            problems.add(Problem.error(step.head().place(), "there is no column beside the key to reduce")
                    .hint("to count rows, write `countBy`"));
        }
        named(step.head(), width);
        scripts.check(
                Script.of(step.head(), step.script(), Script.Wants.FUNCTION)
                        .keyed(step.by().size()),
                scope);
        return there;
    }

    @Override
    public Boolean aggregate(KeyStep.Aggregate step) {
        columns(step.by());
        new AggregateCheck(step, scope, scripts, problems).check();
        return true;
    }

    @Override
    public Boolean groupBy(KeyStep.GroupBy step) {
        columns(step.keys());
        named(step.head(), OptionalInt.of(Math.max(1, step.keys().size()) + 1));
        return true;
    }

    @Override
    public Boolean distinct(KeyStep.Distinct step) {
        return columns(step.keys());
    }

    @Override
    public Boolean join(JoinStep.Join step) {
        joins().join(step);
        return after(step);
    }

    @Override
    public Boolean crossJoin(JoinStep.CrossJoin step) {
        joins().crossJoin(step);
        return after(step);
    }

    @Override
    public Boolean coGroup(JoinStep.CoGroup step) {
        joins().coGroup(step);
        named(step.head(), OptionalInt.of(Math.max(1, step.by().size()) + 2));
        return true;
    }

    @Override
    public Boolean union(JoinStep.Union step) {
        joins().union(step);
        return after(step);
    }

    private JoinCheck joins() {
        return new JoinCheck(scope, datasets, problems);
    }

    private Scope dataset(Text name) {
        return datasets.getOrDefault(name.value(), Scope.START);
    }

    private boolean after(Step step) {
        AsCheck.check(step, scope, datasets, problems);
        return true;
    }

    @Override
    public Boolean top(OrderStep.Top step) {
        columns(step.per());
        return columns(step.ordering().stream().map(OrderBy::column).toList());
    }

    @Override
    public Boolean limit(OrderStep.Limit step) {
        return columns(step.per());
    }

    @Override
    public Boolean skip(OrderStep.Skip step) {
        return columns(step.per());
    }

    @Override
    public Boolean sample(OrderStep.Sample step) {
        return columns(step.per());
    }

    @Override
    public Boolean roundRobin(ShardStep.RoundRobin step) {
        return true;
    }

    @Override
    public Boolean broadcast(ShardStep.Broadcast step) {
        return true;
    }

    @Override
    public Boolean merge(ShardStep.Merge step) {
        return true;
    }

    @Override
    public Boolean exec(ProgramStep.Exec step) {
        by(step.head(), step.by(), List.of());
        return true;
    }
}
