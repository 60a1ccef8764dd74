package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.freshness.Status;
import io.gleamflow.report.Secrets;
import java.util.ArrayList;
import java.util.List;

/** For people. */
final class ListingText implements Listing {

    private final Workspace workspace;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param width of the longest name */
    ListingText(Workspace workspace, int width) {
        this.workspace = workspace;
        this.width = width;
    }

    @Override
    public void add(FlowFile file, Flow flow, Status status) {
        Secrets secrets = Secrets.of(flow);
        lines.add(first(file) + flow.description().map(secrets::hidden).orElse(workspace.shown(file.path())));
        Ends ends = Ends.of(flow);
        List<String> facts = new ArrayList<>();
        fact(facts, "params", Declared.in(flow).map(ListingText::param).toList());
        fact(facts, "reads", ends.reads());
        fact(facts, "writes", ends.writes());
        facts.stream().map(secrets::hidden).forEach(lines::add);
        fact(lines, "status", List.of(status(status)));
    }

    @Override
    public void addUnusable(FlowFile file, String why) {
        lines.add(first(file) + why);
    }

    @Override
    public String text() {
        return String.join("\n", lines);
    }

    private String first(FlowFile file) {
        return String.format("  %-" + width + "s   ", file.name());
    }

    private static String status(Status status) {
        return status.isUpToDate() ? "up to date" : "will run: " + String.join("; ", RunLines.first(status.reasons()));
    }

    private static void fact(List<String> lines, String label, List<String> things) {
        if (!things.isEmpty()) {
            lines.add(String.format("      %-7s", label) + String.join(", ", things));
        }
    }

    private static String param(Param param) {
        return param.name() + " = " + (param.secret() ? "***" : param.value()) + " (" + param.origin() + ")";
    }
}
