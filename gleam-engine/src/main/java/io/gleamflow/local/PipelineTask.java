package io.gleamflow.local;

import io.gleamflow.connector.RefusedRecordException;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.Command;
import io.gleamflow.process.ExitStatus;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A task whose body is shell steps: rows go in as lines, the steps are joined by the system's pipes, lines come out.
 */
final class PipelineTask {

    private final RunContext run;
    private final Body.Pipeline pipeline;
    private final List<Path> scripts;
    private final ShardRows input;
    private final TaskRejects.OfProgram rejects;
    private final RowSink tail;
    private final Attempt attempt;

    /**
     * @param scripts the code of the steps, see {@link #scripts}
     */
    PipelineTask(
            RunContext run,
            Body.Pipeline pipeline,
            List<Path> scripts,
            ShardRows input,
            TaskRejects.OfProgram rejects,
            RowSink tail,
            Attempt attempt) {
        this.run = run;
        this.pipeline = pipeline;
        this.scripts = scripts;
        this.input = input;
        this.rejects = rejects;
        this.tail = tail;
        this.attempt = attempt;
    }

    /** Runs to the end of the rows, which it does not pass on. */
    void run() throws FailureException, IOException, InterruptedException {
        input.awaitReady();
        List<Child> children = start();
        Runnable kill = () -> children.forEach(Child::kill);
        attempt.endedBy(kill);
        ProgramStep.Pipe first = pipeline.steps().get(0);
        try (Feeder feeder = Feeder.start(
                "gleam-feed-" + first.head().title(),
                () -> ChildRows.write(
                        input,
                        first.head(),
                        first.format(),
                        pipeline.columns(),
                        rejects.in(),
                        UnreadOutput.of(children.get(0).stdin(), rejects)),
                kill)) {
            end(children, feeder);
        }
    }

    private void end(List<Child> children, Feeder feeder) throws FailureException, IOException, InterruptedException {
        boolean well = false;
        try {
            read(pipeline.last(), children, feeder);
            feeder.throwFailure();
            checkExits(children);
            // a child that had enough of its input may leave rows that nobody waits for
            if (!rejects.wantsAll()) {
                feeder.enough();
            }
            feeder.join();
            well = true;
        } finally {
            if (!well) {
                children.forEach(Child::kill);
            }
        }
    }

    private void read(ProgramStep.Pipe end, List<Child> children, Feeder feeder)
            throws FailureException, IOException, InterruptedException {
        Head head = end.head();
        try {
            ShellOutput.read(head, () -> read(end, children.get(children.size() - 1)), () -> explain(children, feeder));
        } catch (SourceException e) {
            String message = String.valueOf(e.getMessage());
            Blame blame = e instanceof RefusedRecordException ? Blame.DATA : Blame.SCRIPT;
            throw new FailureException(Failure.of(blame, head.place(), head.title(), message), e);
        }
    }

    private void read(ProgramStep.Pipe end, Child child) throws IOException {
        Optional<FileFormat> format = end.format();
        if (format.isPresent()) {
            ProgramOutput.read(end.head(), format.get(), child.stdout(), rejects.out(), tail);
        } else {
            new ShellOutput(end.head(), end.split(), rejects.out(), tail).read(child.stdout());
        }
    }

    /** Children that did not get all their input, or failed by themselves, may write what is wrong. */
    private void explain(List<Child> children, Feeder feeder)
            throws FailureException, IOException, InterruptedException {
        feeder.throwFailure();
        for (int i = 0; i < children.size(); i++) {
            ProgramStep.Pipe pipe = pipeline.steps().get(i);
            ShellOutput.explain(pipe.head(), pipe.launching().okExit(), children.get(i));
        }
    }

    /** Files with the code of some steps. */
    static List<Path> scripts(RunContext run, List<ProgramStep.Pipe> steps) throws FailureException, IOException {
        List<Path> scripts = new ArrayList<>();
        for (ProgramStep.Pipe pipe : steps) {
            scripts.add(Shells.script(run, new ShellScript(pipe.head(), pipe.code())));
        }
        return scripts;
    }

    private List<Child> start() throws FailureException {
        List<Command> commands = new ArrayList<>();
        List<Consumer<String>> errors = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            ProgramStep.Pipe pipe = pipeline.steps().get(i);
            commands.add(Shells.command(run, pipe.head(), pipe.launching(), scripts.get(i)));
            errors.add(Shells.errors(run, pipe.head()));
        }
        return Shells.start(run, pipeline.steps().get(0).head(), commands, errors);
    }

    /** The first step that failed is to blame; one that was cut off by a later step's end is not. */
    private void checkExits(List<Child> children) throws FailureException, IOException, InterruptedException {
        int last = pipeline.steps().size() - 1;
        endBeforeFailed(children);
        for (int i = 0; i <= last; i++) {
            ProgramStep.Pipe pipe = pipeline.steps().get(i);
            ShellOutput.check(pipe.head(), pipe.launching().okExit(), children.get(i), i == last);
        }
    }

    /** Steps before one that has failed may not notice for a long time that nobody reads from them. */
    private void endBeforeFailed(List<Child> children) throws IOException, InterruptedException {
        for (int i = children.size() - 1; i > 0; i--) {
            ExitStatus exit = children.get(i).await();
            Set<Integer> accepted = pipeline.steps().get(i).launching().okExit();
            if (!exit.isBrokenPipe() && !ShellOutput.isGood(exit, accepted)) {
                for (Child before : children.subList(0, i)) {
                    before.end();
                }
                return;
            }
        }
    }
}
