package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.testing.TestOutcome.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Decides how a test went, and says it. */
public final class Verdicts {

    /** The verb of the step that a test's own check is. */
    static final String CHECK = "check of the test";

    /** So many more rows than expected are looked at; others are counted. */
    private static final int MORE = 10_000;

    private final TestCase test;
    private final Secrets secrets;
    private final long start = System.nanoTime();
    private final List<String> messages = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<ExpectedUpdate> updates = new ArrayList<>();
    private Optional<Place> place = Optional.empty();
    private Optional<RunReport> report = Optional.empty();

    /** Of one test; its time begins now. */
    public Verdicts(Flow flow, TestCase test) {
        this.test = test;
        this.secrets = Secrets.of(flow);
    }

    private TestOutcome outcome(Verdict verdict, String message, Place where, List<String> lines, List<String> output) {
        return new TestOutcome(
                test,
                verdict,
                secrets.hidden(message),
                where,
                lines.stream().map(secrets::hidden).toList(),
                Duration.ofNanos(System.nanoTime() - start),
                output.stream().map(secrets::hidden).toList(),
                report,
                verdict == Verdict.FAILED ? updates : List.of());
    }

    private TestOutcome passed(List<String> output) {
        return outcome(Verdict.PASSED, "", test.place(), List.of(), output);
    }

    /** The test, or its flow with the parameters of the test, is wrong. */
    public TestOutcome invalid(List<Problem> problems) {
        List<String> texts = problems.stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
        Optional<TestOutcome> expected = expectedError(String.join("\n", texts), List.of());
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        return expected.orElseGet(() -> outcome(
                Verdict.BROKEN,
                errors.get(0).message()
                        + errors.get(0).hint().map(hint -> " (" + hint + ")").orElse(""),
                errors.get(0).place(),
                texts.subList(1, texts.size()),
                List.of()));
    }

    /** The flow has failed. */
    TestOutcome failed(Failure failure, CollectedLines lines) {
        report = lines.report();
        List<String> output = lines.all();
        String all = failure.step() + " failed: " + failure.message() + "\n" + String.join("\n", failure.details());
        Optional<TestOutcome> expected =
                failure.blame() == Blame.ENGINE ? Optional.empty() : expectedError(all, output);
        if (expected.isPresent()) {
            return expected.get();
        }
        boolean check = failure.step().equals(CHECK);
        return outcome(
                check ? Verdict.FAILED : Verdict.BROKEN,
                failure.step() + " failed: " + failure.message(),
                failure.place(),
                failure.details(),
                output);
    }

    /** What a failure means when one was expected. */
    private Optional<TestOutcome> expectedError(String message, List<String> output) {
        return test.error().map(error -> {
            if (Pattern.compile(error.value()).matcher(message).find()) {
                return passed(output);
            }
            List<String> lines = new ArrayList<>();
            lines.add("expected  " + error.value());
            message.lines().forEach(line -> lines.add((lines.size() == 1 ? "actual    " : "          ") + line));
            return outcome(Verdict.FAILED, "the flow fails with another error", error.place(), lines, output);
        });
    }

    /** The flow has run to its end. */
    TestOutcome ran(Rehearsed rehearsed, Path base, CollectedLines lines) throws IOException {
        report = Optional.of(rehearsed.report());
        List<String> output = lines.all();
        if (test.error().isPresent()) {
            String wanted = "an error was expected, and the flow ran to its end";
            return outcome(
                    Verdict.FAILED,
                    wanted,
                    test.error().get().place(),
                    List.of("expected  " + test.error().get().value()),
                    output);
        }
        Problems problems = new Problems();
        int number = 0;
        for (Expectation expected : test.expected()) {
            compare(expected, rehearsed, number++, new ExpectedRows(base, problems));
        }
        if (problems.hasErrors()) {
            return invalid(problems.all());
        }
        return place.isEmpty()
                ? passed(output)
                : outcome(Verdict.FAILED, String.join("; ", messages), place.get(), details, output);
    }

    private void compare(Expectation expected, Rehearsed rehearsed, int number, ExpectedRows reader)
            throws IOException {
        Optional<TestRows.Listed> listed = expected.rows().flatMap(reader::read);
        if (expected.rows().isPresent() && listed.isEmpty()) {
            return;
        }
        long most = listed.map(rows -> rows.rows().size() + (long) MORE).orElse(0L);
        Rehearsed.Rows actual = rehearsed.rows(number, most);
        count(expected, actual.count());
        if (listed.isPresent()) {
            reader.inOrder(listed.get(), actual.columns(), expected.dataset().value())
                    .ifPresent(rows -> rows(expected, listed.get(), rows, actual));
        }
    }

    private void count(Expectation expected, long count) {
        if (expected.count().isPresent() && expected.count().getAsLong() != count) {
            String name = expected.dataset().value();
            wrong(
                    expected.dataset().place(),
                    "`" + name + "` has " + rows(count) + ", expected "
                            + (expected.count().getAsLong() == 1
                                    ? "is 1"
                                    : "are " + expected.count().getAsLong()));
            updates.add(new ExpectedUpdate(expected.dataset().place(), List.of(), List.of(), OptionalLong.of(count)));
        }
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private void rows(Expectation expected, TestRows.Listed listed, List<List<Cell>> rows, Rehearsed.Rows actual) {
        CellMatch cells = new CellMatch(expected.tolerance().orElse(0));
        Columns columns = actual.columns();
        List<String> names = columns.isNamed() ? columns.names() : listed.names();
        Difference difference = new Comparison(cells, rows, actual.first())
                .difference(
                        names,
                        expected.inOrder(),
                        actual.count() - actual.first().size());
        if (difference.isNone()) {
            return;
        }
        DifferenceTable table = new DifferenceTable(difference, cells);
        wrong(listed.place(), "`" + expected.dataset().value() + "` has other rows than expected: " + table.summary());
        details.addAll(table.lines());
        if (difference.beyond() == 0 && !(expected.rows().get() instanceof TestRows.InFile)) {
            updates.add(RightRows.of(listed, names, difference, cells));
        }
    }

    private void wrong(Place where, String message) {
        place = place.or(() -> Optional.of(where));
        if (!messages.isEmpty()) {
            details.add(message);
        }
        messages.add(message);
    }
}
