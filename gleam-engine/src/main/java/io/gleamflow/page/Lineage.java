package io.gleamflow.page;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which files went into which. */
final class Lineage {

    private static final int MOST_FILES = 8;

    private final Html html;
    private final Flow flow;
    private final RunReport run;

    Lineage(Html html, Flow flow, RunReport run) {
        this.html = html;
        this.flow = flow;
        this.run = run;
    }

    void write() {
        Table table = new Table(html, "Files written by " + flow.name(), List.of("File", "#Rows", "#Bytes", "Made of"));
        for (RunReport.Output output : run.outputs()) {
            table.row().cell(output.path()).cell(Words.count(output.rows())).cell(Words.bytes(output.bytes()));
            files(table, sources(output.step()));
            table.endRow();
        }
        table.end();
    }

    private void files(Table table, List<RunReport.Input> inputs) {
        table.cell();
        if (inputs.isEmpty()) {
            html.text("no file");
        }
        inputs.stream()
                .limit(MOST_FILES)
                .forEach(input ->
                        html.element("span", input.path() + " (" + Words.bytes(input.bytes()) + ")", "class", "item"));
        if (inputs.size() > MOST_FILES) {
            html.element("span", "and " + (inputs.size() - MOST_FILES) + " more", "class", "item");
        }
        table.endCell();
    }

    private List<RunReport.Input> sources(Place write) {
        Set<Place> steps = new HashSet<>();
        flow.datasets().stream()
                .filter(dataset -> has(dataset, write))
                .forEach(dataset -> collect(dataset, new HashSet<>(), steps));
        return run.inputs().stream()
                .filter(input -> steps.contains(input.step()))
                .toList();
    }

    private static boolean has(Dataset dataset, Place step) {
        return dataset.steps().stream().anyMatch(each -> each.head().place().equals(step));
    }

    private void collect(Dataset dataset, Set<String> seen, Set<Place> steps) {
        if (!seen.add(dataset.name())) {
            return;
        }
        for (Step step : dataset.steps()) {
            steps.add(step.head().place());
            for (Text other : step.others()) {
                flow.datasets().stream()
                        .filter(each -> each.name().equals(other.value()))
                        .forEach(each -> collect(each, seen, steps));
            }
        }
    }
}
