package io.gleamflow.page;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepRows;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What came to each step and what left it, but for those that only name what another dataset has. */
final class StepTable {

    private static final List<String> HEADERS = List.of("Step", "Stages", "#Rows in", "#Rows out", "#Rejected");

    private final Flow flow;
    private final RunReport run;
    private final StepRows rows;

    StepTable(Flow flow, RunReport run) {
        this.flow = flow;
        this.run = run;
        this.rows = StepRows.of(flow, run);
    }

    void write(Html html) {
        Table table = new Table(html, "Steps of " + flow.name(), HEADERS);
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof SourceStep.From) {
                    continue;
                }
                Place place = step.head().place();
                table.row();
                table.cell()
                        .element("b", step.head().title())
                        .element("small", dataset.name() + ", line " + place.line());
                table.endCell();
                table.cell(stages(place));
                table.cell(count(rows.into(step))).cell(count(rows.outOf(step)));
                long rejected = run.rejected().stream()
                        .filter(each -> each.place().equals(place))
                        .mapToLong(RunReport.Rejected::rows)
                        .sum();
                if (rejected == 0) {
                    table.cell(Words.count(0));
                } else {
                    table.cell().element("span", Words.count(rejected), "class", "lost");
                    table.endCell();
                }
                table.endRow();
            }
        }
        table.end();
    }

    /** The numbers of those that have a part of a step. */
    private String stages(Place step) {
        List<String> numbers = new ArrayList<>();
        run.stages().stream()
                .filter(stage -> stage.steps().contains(step))
                .forEach(stage -> numbers.add(Integer.toString(stage.number() + 1)));
        return numbers.isEmpty() ? Words.UNKNOWN : String.join(", ", numbers);
    }

    private static String count(OptionalLong rows) {
        return rows.isPresent() ? Words.count(rows.getAsLong()) : Words.UNKNOWN;
    }
}
