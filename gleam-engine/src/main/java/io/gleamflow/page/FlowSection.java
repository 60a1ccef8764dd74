package io.gleamflow.page;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.report.FlowResult;
import io.gleamflow.report.RunReport;
import java.util.List;

/** All about one flow. */
final class FlowSection {

    private final Html html;
    private final FlowResult result;

    FlowSection(Html html, FlowResult result) {
        this.html = html;
        this.result = result;
    }

    /**
     * Writes it.
     *
     * @param id what links to it lead to
     */
    void write(String id) {
        Flow flow = result.flow();
        html.open("section", "id", id, "class", "flow");
        html.open("h2").text(result.title()).raw(" ");
        Badge.write(html, result).close("h2");
        flow.description().ifPresent(text -> html.element("p", text, "class", "about"));
        html.open("p", "class", "facts").element("span", flow.place().file());
        result.run().ifPresent(run -> html.element("span", "took " + Words.time(run.time())));
        result.reason().ifPresent(reason -> html.element("span", reason));
        html.close("p");
        trouble();
        html.element("h3", "Graph");
        new FlowPicture(html, flow, result.run()).draw();
        result.run().ifPresent(run -> ran(flow, run));
        warnings();
        params(flow);
        html.close("section");
    }

    private void ran(Flow flow, RunReport run) {
        if (!run.rejected().isEmpty()) {
            html.element("h3", "Rejected rows");
            LostRows.write(html, run);
        }
        if (!run.outputs().isEmpty()) {
            html.element("h3", "Files");
            new Lineage(html, flow, run).write();
        }
        html.element("h3", "Timeline");
        new Timeline(html, run).draw();
        html.element("h3", "Stages");
        StageTable.write(html, flow, run);
        html.element("h3", "Steps");
        new StepTable(flow, run).write(html);
    }

    private void trouble() {
        if (!result.trouble().isEmpty()) {
            html.open("div", "class", "trouble", "role", "note");
            html.element("p", result.trouble().get(0));
            List<String> rest = result.trouble().subList(1, result.trouble().size());
            if (!rest.isEmpty()) {
                html.element("pre", String.join("\n", rest), "tabindex", "0");
            }
            html.close("div");
        }
    }

    private void warnings() {
        if (!result.warnings().isEmpty()) {
            html.element("h3", "Warnings").open("ul", "class", "warnings");
            result.warnings().forEach(warning -> html.element("li", warning));
            html.close("ul");
        }
    }

    private void params(Flow flow) {
        // what is at no line nobody has declared
        List<Param> declared =
                flow.params().stream().filter(param -> param.place().line() > 0).toList();
        if (!declared.isEmpty()) {
            html.element("h3", "Parameters");
            Table table = new Table(html, "Parameters of " + flow.name(), List.of("Name", "Value", "From"));
            for (Param param : declared) {
                table.row().cell(param.name());
                table.cell().element("code", param.secret() ? "***" : param.text());
                table.endCell();
                table.cell(param.origin()).endRow();
            }
            table.end();
        }
    }
}
