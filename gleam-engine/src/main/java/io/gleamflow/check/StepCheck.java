package io.gleamflow.check;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks a step against the columns it gets. The answer is whether it is known what comes out. */
final class StepCheck implements Step.Visitor<Boolean> {

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
    public Boolean read(Step.Read step) {
        named(step.head(), OptionalInt.of(1));
        return true;
    }

    @Override
    public Boolean count(Step.Count step) {
        named(step.head(), OptionalInt.of(1));
        return true;
    }

    @Override
    public Boolean rows(Step.Rows step) {
        List<Integer> widths = step.rows().stream().map(List::size).distinct().toList();
        if (widths.size() > 1 && !step.head().as().isEmpty()) {
            problems.error(step.head().place(), "`as` names columns of rows that have " + widths + " columns");
        }
        named(step.head(), widths.size() == 1 ? OptionalInt.of(widths.get(0)) : OptionalInt.empty());
        return true;
    }

    @Override
    public Boolean map(Step.Map step) {
        return !Scope.isUnread(step) && script(Script.Wants.RESULT, step.head(), step.script());
    }

    @Override
    public Boolean flatMap(Step.FlatMap step) {
        return script(Script.Wants.RESULT_OR_EMIT, step.head(), step.script());
    }

    @Override
    public Boolean filter(Step.Filter step) {
        script(Script.Wants.RESULT, step.head(), step.script());
        return true;
    }

    @Override
    public Boolean forEach(Step.ForEach step) {
        return script(Script.Wants.EMIT_OR_NOTHING, step.head(), step.script());
    }

    @Override
    public Boolean select(Step.Select step) {
        named(step.head(), OptionalInt.of(step.columns().size()));
        return columns(step.columns());
    }

    @Override
    public Boolean reduceByKey(Step.ReduceByKey step) {
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
    public Boolean countBy(Step.CountBy step) {
        columns(step.keys());
        if (step.head().as().size() > 1) {
            problems.add(Problem.error(step.head().as().get(1).place(), "`as` of `countBy` is one name")
                    .hint("it renames the count; the keys keep their names"));
        }
        return true;
    }

    @Override
    public Boolean sort(Step.Sort step) {
        return columns(step.ordering().stream().map(OrderBy::column).toList());
    }

    @Override
    public Boolean pipe(Step.Pipe step) {
        columns(step.by());
        if (!step.by().isEmpty() && step.head().partitions().isEmpty()) {
            problems.add(Problem.warning(step.by().get(0).place(), "`by` does nothing without `partitions`")
                    .hint("one process sees all rows, in order"));
        }
        return split(step.head(), step.split());
    }

    @Override
    public Boolean pipeAsArgs(Step.PipeAsArgs step) {
        return split(step.head(), step.split());
    }

    private boolean split(Head head, Split split) {
        named(head, split instanceof Split.None ? OptionalInt.of(1) : OptionalInt.empty());
        return true;
    }

    @Override
    public Boolean partition(Step.Partition step) {
        return columns(step.by());
    }

    @Override
    public Boolean print(Step.Print step) {
        return format(step.format());
    }

    @Override
    public Boolean write(Step.Write step) {
        return format(step.format());
    }
}
