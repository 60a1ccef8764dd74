package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flows that were read and checked, all before the first one runs. */
final class LoadedFlows {

    private final Map<FlowFile, Flow> flows = new LinkedHashMap<>();
    private boolean complete = true;

    private LoadedFlows() {}

    /** Complains about every flow that is wrong and keeps the others. */
    static LoadedFlows of(Workspace workspace, List<FlowFile> files, Complaints complaints) {
        LoadedFlows loaded = new LoadedFlows();
        for (FlowFile file : files) {
            try {
                Gleam.Loaded read = workspace.engineFor(file.name()).load(file.path());
                complaints.add(read.warnings());
                loaded.flows.put(file, read.flow());
            } catch (InvalidFlowException e) {
                complaints.add(e.problems());
                loaded.complete = false;
            } catch (IOException e) {
                complaints.add("cannot read " + workspace.shown(file.path()) + ": " + e);
                loaded.complete = false;
            }
        }
        return loaded;
    }

    /** Whether all could be read; otherwise nobody knows what else there would be. */
    boolean isComplete() {
        return complete;
    }

    /** Those of the flows there was no complaint about. */
    Secrets secrets() {
        return Secrets.of(flows.values());
    }

    /** How many there was no complaint about, for people. */
    String valid() {
        return flows.size() + (flows.size() == 1 ? " flow is valid" : " flows are valid");
    }

    /** Null when there was a complaint about it. */
    @Nullable
    Flow flow(FlowFile file) {
        return flows.get(file);
    }

    /** A flow and where it was read. */
    record Entry(FlowFile file, Flow flow) {}

    /** Those there was no complaint about, in the order to run them in; none when they wait for each other. */
    List<Entry> inOrder(Workspace workspace, Complaints complaints) {
        List<Entry> sorted = new ArrayList<>();
        Map<String, FlowFile> files = new HashMap<>();
        flows.forEach((file, flow) -> files.put(flow.place().file(), file));
        try {
            for (Flow flow : workspace.engineFor("").inOrder(List.copyOf(flows.values()))) {
                FlowFile file = files.get(flow.place().file());
                if (file != null) {
                    sorted.add(new Entry(file, flow));
                }
            }
        } catch (InvalidFlowException e) {
            complaints.add(e.problems());
        }
        return sorted;
    }

    /** Adds what is wrong with the flows of a directory together, though each is right by itself. */
    void together(Workspace workspace, Path directory, Complaints complaints) {
        List<Flow> there = flows.entrySet().stream()
                .filter(each -> each.getKey().path().startsWith(directory.toAbsolutePath()))
                .map(Map.Entry::getValue)
                .toList();
        try {
            workspace.engineFor("").inOrder(there);
        } catch (InvalidFlowException e) {
            complaints.add(e.problems());
        }
    }

    /** Parameters that were given but that no flow has; nothing is known when a flow could not be read. */
    List<String> unknownParams(ParamSources params) {
        if (!complete) {
            return List.of();
        }
        Map<String, List<String>> declared = new LinkedHashMap<>();
        flows.forEach((file, flow) ->
                declared.put(file.name(), Declared.in(flow).map(Param::name).toList()));
        return params.unknown(declared);
    }
}
