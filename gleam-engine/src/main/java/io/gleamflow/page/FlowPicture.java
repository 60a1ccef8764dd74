package io.gleamflow.page;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.graph.FlowGraph;
import io.gleamflow.graph.FlowGraph.Node;
import io.gleamflow.graph.FlowGraphs;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The graph of a flow with the rows of a run on it. */
final class FlowPicture {

    private final Html html;
    private final Flow flow;
    private final Optional<RunReport> run;
    private final Optional<StepRows> rows;
    private final Map<String, Dataset> datasets = new HashMap<>();

    FlowPicture(Html html, Flow flow, Optional<RunReport> run) {
        this.html = html;
        this.flow = flow;
        this.run = run;
        this.rows = run.map(report -> StepRows.of(flow, report));
        for (int i = 0; i < flow.datasets().size(); i++) {
            datasets.put("d" + (i + 1), flow.datasets().get(i));
        }
    }

    void draw() {
        FlowGraph graph = FlowGraphs.datasets(flow, html::shown);
        List<PictureBox> boxes = graph.nodes().stream().map(this::box).toList();
        new Picture(html).draw("The datasets of " + flow.name() + ", and the rows between them", boxes, graph.edges());
    }

    private PictureBox box(Node node) {
        Dataset dataset = datasets.get(node.id());
        return switch (node.kind()) {
            case SOURCE -> source(node);
            case TARGET -> target(node);
            case DATASET, STEP, STAGE, FLOW ->
                dataset(node, dataset == null ? flow.datasets().get(0) : dataset);
        };
    }

    private PictureBox dataset(Node node, Dataset dataset) {
        List<PictureBox.Line> lines = new ArrayList<>();
        for (Step step : dataset.steps()) {
            boolean isOfOthers = step instanceof SourceStep.Rejected;
            String title = isOfOthers ? "rejected rows" : step.head().title();
            lines.add(new PictureBox.Line(html.shown(title), count(rowsOf(step))));
        }
        OptionalLong out = rows.map(known -> known.outOf(dataset)).orElse(OptionalLong.empty());
        return PictureBox.of(node.id(), "dataset", node.title(), lines, label(out));
    }

    private OptionalLong rowsOf(Step step) {
        return rows.map(known -> known.outOf(step)).orElse(OptionalLong.empty());
    }

    private static String count(OptionalLong rows) {
        return rows.isPresent() ? Words.count(rows.getAsLong()) : "";
    }

    private static String label(OptionalLong rows) {
        return rows.isPresent() ? Words.rows(rows.getAsLong()) : "";
    }

    /** The step a node of a file is beside. */
    private Step step(Node node) {
        int at = node.id().indexOf('s');
        Dataset dataset = datasets.get(node.id().substring(0, at));
        Dataset of = dataset == null ? flow.datasets().get(0) : dataset;
        return of.steps().get(Integer.parseInt(node.id().substring(at + 1)) - 1);
    }

    private PictureBox source(Node node) {
        Step step = step(node);
        Place place = step.head().place();
        List<RunReport.Input> files = run.map(RunReport::inputs).orElse(List.of()).stream()
                .filter(input -> input.step().equals(place))
                .toList();
        List<PictureBox.Line> lines = new ArrayList<>();
        if (!files.isEmpty()) {
            String bytes =
                    Words.bytes(files.stream().mapToLong(RunReport.Input::bytes).sum());
            String text = files.size() == 1 ? bytes : files.size() + " files, " + bytes;
            lines.add(new PictureBox.Line(text, ""));
        }
        return PictureBox.of(node.id(), "source", node.title(), lines, label(rowsOf(step)));
    }

    private PictureBox target(Node node) {
        EndStep step = (EndStep) step(node);
        List<RunReport.Output> files = run.map(RunReport::outputs).orElse(List.of()).stream()
                .filter(output -> output.step().equals(step.head().place()))
                .toList();
        List<PictureBox.Line> lines = new ArrayList<>();
        if (!files.isEmpty()) {
            long rowsWritten = files.stream().mapToLong(RunReport.Output::rows).sum();
            String bytes = Words.bytes(
                    files.stream().mapToLong(RunReport.Output::bytes).sum());
            String many = files.size() == 1 ? "" : files.size() + " files, ";
            lines.add(new PictureBox.Line(many + Words.rows(rowsWritten) + ", " + bytes, ""));
        }
        return PictureBox.of(node.id(), "target", node.title(), lines, "");
    }
}
