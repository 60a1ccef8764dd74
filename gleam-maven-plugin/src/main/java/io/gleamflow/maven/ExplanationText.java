package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Status;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.Secrets;
import java.util.ArrayList;
import java.util.List;

/** For people. */
final class ExplanationText implements Explanation {

    private final StringBuilder out = new StringBuilder();

    @Override
    public void add(Gleam gleam, Flow flow, Tuning tuning) throws FailureException {
        out.append(gleam.explain(flow, tuning));
        known(gleam, flow).forEach(line -> out.append(line).append('\n'));
    }

    @Override
    public String text() {
        return out.toString();
    }

    /** Where the values of parameters are from, and whether the flow would run. */
    private static List<String> known(Gleam gleam, Flow flow) {
        Secrets secrets = Secrets.of(flow);
        List<String> lines = new ArrayList<>();
        Declared.in(flow)
                .map(param -> "  parameter " + param.name() + " = "
                        + (param.secret() ? "***" : secrets.hidden(param.text())) + " (" + param.origin() + ")")
                .forEach(lines::add);
        Status status = gleam.updates().status(flow);
        if (status.isUpToDate()) {
            lines.add("  up to date");
        }
        status.reasons().forEach(reason -> lines.add("  will run: " + reason));
        return lines;
    }
}
