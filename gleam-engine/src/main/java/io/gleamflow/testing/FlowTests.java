package io.gleamflow.testing;

import io.gleamflow.check.FlowChecker;
import io.gleamflow.check.ProjectFiles;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.GivenRows;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Problems;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs tests of flows, each in a directory of its own, with whatever runs flows. */
public final class FlowTests {

    private final FlowRunner runner;
    private final RunOptions options;
    private final ProjectFiles files;

    /**
     * Of one project.
     *
     * @param options whose directories for work and state are not used
     */
    public FlowTests(FlowRunner runner, RunOptions options, ProjectFiles files) {
        this.runner = runner;
        this.options = options;
        this.files = files;
    }

    /**
     * Runs one test.
     *
     * @param flow read with the parameters of the test and with {@code directory} as its output directory
     * @param directory exists and is private; nothing is written anywhere else
     */
    public TestOutcome run(Flow flow, TestCase test, Path directory) throws IOException, InterruptedException {
        Verdicts verdicts = new Verdicts(flow, test);
        Problems problems = new Problems();
        Rehearsal rehearsal = given(Rehearsal.of(flow, directory), test, problems);
        if (test.error().isEmpty()) {
            rehearsal = rehearsal.only(
                    test.expected().stream().map(each -> each.dataset().value()).toList());
        }
        RealSources.refuse(rehearsal.flow(), test, problems);
        if (problems.hasErrors()) {
            return verdicts.invalid(problems.all());
        }
        rehearsal = expecting(rehearsal, test);
        FlowChecker.check(rehearsal.flow(), files, problems);
        if (problems.hasErrors()) {
            return verdicts.invalid(problems.all());
        }
        rehearsal = rehearsal.calling(now(test));
        CollectedLines lines = new CollectedLines();
        Rehearsed rehearsed;
        try {
            rehearsed = rehearsal.run(runner, options, lines);
        } catch (FailureException e) {
            return verdicts.failed(e.failure(), lines);
        }
        return verdicts.ran(rehearsed, files.base(), lines);
    }

    private Rehearsal given(Rehearsal of, TestCase test, Problems problems) {
        Rehearsal rehearsal = of;
        for (GivenRows given : test.given()) {
            String name = given.dataset().value();
            Optional<Step> first = of.flow().datasets().stream()
                    .filter(dataset -> dataset.name().equals(name))
                    .map(Dataset::steps)
                    .filter(steps -> !steps.isEmpty())
                    .map(steps -> steps.get(0))
                    .findFirst();
            Optional<Step> source =
                    first.flatMap(step -> new GivenSource(step, problems).of(given.rows(), files.base()));
            if (source.isPresent()) {
                rehearsal = rehearsal.with(name, source.get());
            }
        }
        return rehearsal;
    }

    /** Rows are caught before the checks of the test, which leave them as they are. */
    private static Rehearsal expecting(Rehearsal of, TestCase test) {
        Rehearsal rehearsal = of;
        for (Expectation expected : test.expected()) {
            String name = expected.dataset().value();
            rehearsal = rehearsal.catching(name);
            if (expected.check().isPresent()) {
                LuaText check = expected.check().get();
                Head head = Head.of(Verdicts.CHECK, check.place(), Optional.empty(), List.of());
                List<NamedScript> scripts = List.of(new NamedScript(new Text("", check.place()), check));
                rehearsal = rehearsal.followed(name, new RowStep.Check(head, scripts));
            }
        }
        return rehearsal;
    }

    /** Lua that stops the clock. */
    private static List<LuaText> now(TestCase test) {
        List<LuaText> functions = new ArrayList<>();
        test.now()
                .ifPresent(seconds -> functions.add(new LuaText(
                        // a library takes new functions in the place of its own only, and has those when it has been
                        // used
                        "local now = lib.date.now; lib.date.now = now and function() return " + seconds + " end",
                        test.place(),
                        test.place().line(),
                        true,
                        false)));
        return functions;
    }
}
