package io.gleamflow.page;

import io.gleamflow.report.RunReport;
import java.util.List;

/** Rows that steps have rejected, with one of each and the limits. */
final class LostRows {

    private static final List<String> HEADERS =
            List.of("Step", "#Rows", "#Of", "#Part", "Allowed", "Told of in", "For example");

    private LostRows() {}

    static void write(Html html, RunReport run) {
        Table table = new Table(html, "Rejected rows of " + run.flow(), HEADERS);
        for (RunReport.Rejected each : run.rejected()) {
            table.row();
            table.cell().element("b", each.step()).element("small", each.place().toString());
            table.endCell();
            table.cell(Words.count(each.rows())).cell(Words.count(each.of()));
            table.cell(Words.percent(each.rows(), each.of()));
            table.cell(each.limit().map(most -> "at most " + most).orElse("any number"));
            table.cell(each.to().orElse("nowhere: skipped"));
            table.cell(each.first());
            table.endRow();
        }
        table.end();
    }
}
