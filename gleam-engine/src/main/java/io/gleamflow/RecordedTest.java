package io.gleamflow;

import io.gleamflow.descriptor.ExpectationEditor;
import io.gleamflow.descriptor.TestAppender;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.RecordedRows;
import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.testing.RecordedEnds;
import io.gleamflow.testing.Recording;
import io.gleamflow.testing.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A test that is made of what a flow does: first it expects nothing, and then what came out. It is tried in a copy beside the
 * descriptor, which only changes when all has gone well.
 */
record RecordedTest(Gleam gleam, Path descriptor, Flow flow, Optional<String> dataset) {

    private static final String NAME = "recorded";

    String write(Recording recording, long rows, Path directory, Tuning tuning, RunListener listener)
            throws FailureException, IOException, InterruptedException {
        Map<String, List<String>> ends = RecordedEnds.of(flow);
        if (dataset.isPresent()) {
            String only = dataset.get();
            ends = new LinkedHashMap<>(Map.of(only, RecordedEnds.columns(flow, only)));
        }
        List<RecordedRows> given = recording.sources(flow, ends.keySet(), rows, directory, listener);
        byte[] old = Files.readAllBytes(descriptor);
        String name = name();
        boolean linear = flow.datasets().get(0).name().equals(flow.name())
                && flow.datasets().stream().skip(1).allMatch(each -> FileName.isPath(each.name()));
        Problems problems = new Problems();
        byte[] begun = TestAppender.append(gleam.shown(descriptor), old, name, linear, given, ends, problems)
                .orElseThrow(() -> failure(problems.all()));
        byte[] done = tried(begun, name, tuning);
        if (!Secrets.of(flow).hidden(added(old, done)).equals(added(old, done))) {
            throw failure("what comes out has the value of a secret parameter in it; nothing was recorded");
        }
        ReplacedFile.write(descriptor, old, done);
        return name;
    }

    /** What is new, as far as the ends of both are the same. */
    private static String added(byte[] old, byte[] done) {
        int start = 0;
        while (start < old.length && old[start] == done[start]) {
            start++;
        }
        int end = 0;
        while (end < old.length - start && old[old.length - 1 - end] == done[done.length - 1 - end]) {
            end++;
        }
        return new String(done, start, done.length - end - start, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String name() {
        Set<String> names = flow.tests().stream().map(TestCase::name).collect(Collectors.toSet());
        String name = NAME;
        for (int i = 2; names.contains(name); i++) {
            name = NAME + " " + i;
        }
        return name;
    }

    /** The descriptor with what came out in the place of nothing. */
    private byte[] tried(byte[] begun, String name, Tuning tuning)
            throws FailureException, IOException, InterruptedException {
        Path copy = Files.createTempFile(descriptor.toAbsolutePath().getParent(), ".gleam-record-", ".tmp");
        try {
            Files.write(copy, begun);
            Flow tried = gleam.load(copy).flow();
            TestCase test = tried.tests().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            TestOutcome outcome = gleam.test(copy, tried, test, tuning);
            if (outcome.verdict() == TestOutcome.Verdict.BROKEN) {
                throw new FailureException(new Failure(
                        Blame.FLOW,
                        flow.place(),
                        flow.name(),
                        "the flow does not run with the first rows of its sources; nothing was recorded: "
                                + outcome.message(),
                        outcome.details()));
            }
            Problems problems = new Problems();
            byte[] done = ExpectationEditor.edit(gleam.shown(copy), begun, outcome.updates(), problems);
            if (!problems.all().isEmpty()) {
                throw failure(problems.all());
            }
            return done;
        } catch (InvalidFlowException e) {
            throw failure(e.problems());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private FailureException failure(List<Problem> problems) {
        return failure(
                problems.isEmpty() ? "nothing was recorded" : problems.get(0).message() + "; nothing was recorded");
    }

    private FailureException failure(String message) {
        return new FailureException(Failure.of(Blame.FLOW, flow.place(), flow.name(), message));
    }
}
