package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.StepVisitor;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks a step against the columns it gets. The answer is whether it is known what comes out. */
final class StepCheck implements StepVisitor<Boolean> {

    private final Scope scope;
    private final Scripts scripts;
    private final Problems problems;

    StepCheck(Scope scope, Scripts scripts, Problems problems) {
        this.scope = scope;
        this.scripts = scripts;
        this.problems = problems;
    }

    private boolean columns(List<ColumnRef> refs) {
        return ColumnCheck.check(refs, scope, problems);
    }

    private boolean script(Script.Wants wants, Head head, LuaText text) {
        return scripts.check(new Script(head, text, wants), scope);
    }

    /** Refuses more or fewer names than columns. */
    private void named(Head head, OptionalInt width) {
        int names = head.as().size();
        if (names != 0 && width.isPresent() && width.getAsInt() != names) {
            problems.error(
                    head.as().get(0).place(),
                    "`as` has " + names + (names == 1 ? " name" : " names") + " for " + width.getAsInt()
                            + (width.getAsInt() == 1 ? " column" : " columns"));
        }
    }

    private boolean format(Optional<Text> format) {
        format.ifPresent(text -> FormatCheck.check(text, scope, problems));
        return true;
    }

    @Override
    public Boolean read(SourceStep.Read step) {
        named(step.head(), OptionalInt.of(1));
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
        return !Scope.isUnread(step) && script(Script.Wants.RESULT, step.head(), step.script());
    }

    @Override
    public Boolean flatMap(RowStep.FlatMap step) {
        return script(Script.Wants.RESULT_OR_EMIT, step.head(), step.script());
    }

    @Override
    public Boolean filter(RowStep.Filter step) {
        script(Script.Wants.RESULT, step.head(), step.script());
        return true;
    }

    @Override
    public Boolean forEach(RowStep.ForEach step) {
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
        script(Script.Wants.FUNCTION, step.head(), step.script());
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
        columns(step.by());
        if (!step.by().isEmpty() && step.head().partitions().isEmpty()) {
            problems.add(Problem.warning(step.by().get(0).place(), "`by` does nothing without `partitions`")
                    .hint("one process sees all rows, in order"));
        }
        return split(step.head(), step.split());
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
        return format(step.line());
    }

    @Override
    public Boolean command(SourceStep.Command step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean socket(SourceStep.Socket step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean from(SourceStep.From step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean mapColumns(RowStep.MapColumns step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean setColumns(RowStep.SetColumns step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean drop(RowStep.Drop step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean rename(RowStep.Rename step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean check(RowStep.Check step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean general(RowStep.General step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean reduce(KeyStep.Reduce step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean aggregate(KeyStep.Aggregate step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean groupBy(KeyStep.GroupBy step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean distinct(KeyStep.Distinct step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean join(JoinStep.Join step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean crossJoin(JoinStep.CrossJoin step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean coGroup(JoinStep.CoGroup step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean union(JoinStep.Union step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean top(OrderStep.Top step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean limit(OrderStep.Limit step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean skip(OrderStep.Skip step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean sample(OrderStep.Sample step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean roundRobin(ShardStep.RoundRobin step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean broadcast(ShardStep.Broadcast step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean merge(ShardStep.Merge step) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public Boolean exec(ProgramStep.Exec step) {
        throw new UnsupportedOperationException("not there yet");
    }
}
