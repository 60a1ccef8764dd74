package io.gleamflow.junit;

import io.gleamflow.Gleam;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Nearest;
import io.gleamflow.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flows that ran for one class or method.
 *
 * @param outputs what {@code ${out}} was
 * @param reports in the order of the flows
 */
record FlowRuns(FlowDirectories directories, Path outputs, List<RunReport> reports) {

    FlowRuns {
        reports = List.copyOf(reports);
    }

    /** Runs the flows of an owner, one after the other, into its directory. */
    static FlowRuns of(FlowDirectories directories, String owner, List<Flow> flows)
            throws IOException, InvalidFlowException, FailureException, InterruptedException {
        Path outputs = directories.outputs(owner);
        FlowDirectories.empty(outputs);
        Files.createDirectories(outputs);
        List<RunReport> reports = new ArrayList<>();
        for (Flow flow : flows) {
            Map<String, Project.Given> params = params(flow);
            Gleam gleam = new Gleam(directories.project(outputs, params));
            Gleam.Loaded loaded = gleam.load(directories.descriptor(flow.value()));
            refuseUnknown(flow, params.keySet(), loaded);
            loaded.warnings().forEach(warning -> System.out.println("warning: " + warning));
            reports.add(gleam.run(loaded.flow(), Tuning.NONE, (step, line) -> System.out.println(step + ": " + line)));
        }
        return new FlowRuns(directories, outputs, reports);
    }

    private static Map<String, Project.Given> params(Flow flow) {
        Map<String, Project.Given> params = new LinkedHashMap<>();
        for (String param : flow.params()) {
            int equals = param.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "@Flow(\"" + flow.value() + "\"): `" + param + "` is no parameter; write name=value");
            }
            params.put(param.substring(0, equals).strip(), new Project.Given(param.substring(equals + 1), "@Flow"));
        }
        return params;
    }

    private static void refuseUnknown(Flow flow, Set<String> given, Gleam.Loaded loaded) {
        List<String> known = loaded.flow().params().stream().map(Param::name).toList();
        for (String name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("@Flow(\"" + flow.value() + "\"): there is no parameter `" + name
                        + "`, but " + known
                        + Nearest.hint(name, known).map(hint -> ". " + hint).orElse(""));
            }
        }
    }

    /** A file that was written, by its path below {@code ${out}} or below the project; empty when there is none. */
    Optional<Path> output(String path) {
        Path below = outputs.resolve(path);
        Path elsewhere = directories.base().resolve(path);
        if (path.isEmpty() || Files.exists(below)) {
            return Optional.of(below);
        }
        return written().contains(elsewhere) ? Optional.of(elsewhere) : Optional.empty();
    }

    List<Path> written() {
        return reports.stream()
                .flatMap(report -> report.outputs().stream())
                .map(output -> directories.base().resolve(output.path()))
                .toList();
    }
}
