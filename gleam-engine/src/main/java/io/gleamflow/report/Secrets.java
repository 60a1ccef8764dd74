package io.gleamflow.report;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Problem;
import java.util.Comparator;
import java.util.List;

/** Hides the values of secret parameters in whatever people are shown. Immutable. */
public final class Secrets {

    private static final String MASK = "***";

    /** Longest first, since one may contain another. */
    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    public static Secrets of(Flow flow) {
        return new Secrets(flow.params().stream()
                .filter(Param::secret)
                .map(param -> param.value().toString())
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
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
                failure.step(),
                hidden(failure.message()),
                failure.details().stream().map(this::hidden).toList());
    }

    public Problem hidden(Problem problem) {
        return new Problem(
                problem.severity(),
                problem.place(),
                hidden(problem.message()),
                problem.hint().map(this::hidden));
    }
}
