package io.gleamflow.report;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Hides the values of secret parameters in whatever people are shown. Immutable. */
public final class Secrets {

    private static final String MASK = "***";

    /** Longest first, since one may contain another. */
    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** Those of a flow; of a secret of several lines, each line as well. */
    public static Secrets of(Flow flow) {
        return new Secrets(flow.params().stream()
                .filter(Param::secret)
                .map(Param::text)
                // lines of it are shown one by one in logs
                .flatMap(value -> Stream.concat(Stream.of(value, inJson(value)), value.lines()))
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** As it stands in a JSON text. */
    private static String inJson(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The text with a mask wherever a secret stood. */
    public String hidden(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, MASK);
        }
        return hidden;
    }

    public Failure hidden(Failure failure) {
        return new Failure(
                failure.blame(),
                failure.place(),
                hidden(failure.step()),
                hidden(failure.message()),
                failure.details().stream().map(this::hidden).toList());
    }

    /** The report with no secret in the names of outputs and steps. */
    public RunReport hidden(RunReport report) {
        return new RunReport(
                report.flow(),
                report.time(),
                report.outputs().stream()
                        .map(each -> new RunReport.Output(hidden(each.path()), each.rows(), each.bytes()))
                        .toList(),
                report.rejected().stream().map(this::hidden).toList(),
                report.tasks().stream()
                        .map(each -> new RunReport.Task(
                                hidden(each.stage()), each.shard(), each.pid(), each.rowsIn(), each.rowsOut()))
                        .toList());
    }

    private RunReport.Rejected hidden(RunReport.Rejected each) {
        return new RunReport.Rejected(
                hidden(each.step()),
                each.place(),
                each.rows(),
                each.of(),
                hidden(each.first()),
                each.to().map(this::hidden),
                each.limit());
    }

    public Problems hidden(Problems problems) {
        Problems hidden = new Problems();
        problems.all().forEach(problem -> hidden.add(hidden(problem)));
        return hidden;
    }

    private Problem hidden(Problem problem) {
        return new Problem(
                problem.severity(),
                problem.place(),
                hidden(problem.message()),
                problem.hint().map(this::hidden));
    }
}
