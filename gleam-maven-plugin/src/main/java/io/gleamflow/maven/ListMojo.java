package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.freshness.Status;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists flows: what they are for, their parameters with values, what they read and write. */
@Mojo(name = "list", threadSafe = true, requiresProject = false)
public final class ListMojo extends GleamMojo {

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) {
        int width = chosen.stream().mapToInt(file -> file.name().length()).max().orElse(1);
        for (FlowFile file : chosen) {
            List<String> lines = new ArrayList<>();
            String first = String.format("  %-" + width + "s   ", file.name());
            try {
                Flow flow = workspace.engineFor(file.name()).load(file.path()).flow();
                Secrets secrets = Secrets.of(flow);
                lines.add(first + flow.description().map(secrets::hidden).orElse(workspace.shown(file.path())));
                facts(flow).stream().map(secrets::hidden).forEach(lines::add);
                add(
                        lines,
                        "status",
                        List.of(status(workspace.engineFor(file.name()).status(flow))));
            } catch (InvalidFlowException e) {
                lines.add(first + "cannot run: " + problems(e.problems().size()) + "; gleam:validate shows them");
            } catch (IOException e) {
                lines.add(first + "cannot be read: " + e);
            }
            lines.forEach(getLog()::info);
        }
    }

    private static String status(Status status) {
        return status.isUpToDate() ? "up to date" : "will run: " + String.join("; ", RunLines.first(status.reasons()));
    }

    private static String problems(int count) {
        return count + (count == 1 ? " problem" : " problems");
    }

    private static List<String> facts(Flow flow) {
        Ends ends = Ends.of(flow);
        List<String> lines = new ArrayList<>();
        add(lines, "params", Declared.in(flow).map(ListMojo::param).toList());
        add(lines, "reads", ends.reads());
        add(lines, "writes", ends.writes());
        return lines;
    }

    private static void add(List<String> lines, String label, List<String> things) {
        if (!things.isEmpty()) {
            lines.add(String.format("      %-7s", label) + things.stream().collect(Collectors.joining(", ")));
        }
    }

    private static String param(Param param) {
        return param.name() + " = " + (param.secret() ? "***" : param.value()) + " (" + param.origin() + ")";
    }
}
