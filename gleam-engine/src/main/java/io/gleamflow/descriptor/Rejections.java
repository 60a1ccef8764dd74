package io.gleamflow.descriptor;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads rejected rows to the datasets that {@code onError} names; a file that it names becomes a dataset that writes it. */
final class Rejections {

    private final Map<String, Map<String, Text>> rejecting = new LinkedHashMap<>();

    private Rejections(List<Dataset> datasets) {
        for (Dataset dataset : datasets) {
            for (Step step : dataset.steps()) {
                if (step.head().onError() instanceof OnError.Reject reject) {
                    Text to = reject.to();
                    rejecting
                            .computeIfAbsent(to.value(), name -> new LinkedHashMap<>())
                            .putIfAbsent(dataset.name(), new Text(dataset.name(), to.place()));
                }
            }
        }
    }

    /** The datasets with what rejected rows need; one that is not there is left to the check. */
    static List<Dataset> joined(List<Dataset> datasets) {
        Rejections rejections = new Rejections(datasets);
        List<Dataset> joined = new ArrayList<>();
        for (Dataset dataset : datasets) {
            joined.add(rejections.fed(dataset));
        }
        for (Map.Entry<String, Map<String, Text>> each : rejections.rejecting.entrySet()) {
            if (FileName.isPath(each.getKey())) {
                joined.add(rejections.file(each.getKey(), each.getValue()));
            }
        }
        return joined;
    }

    private Dataset fed(Dataset dataset) {
        Map<String, Text> from = rejecting.get(dataset.name());
        if (from == null) {
            return dataset;
        }
        List<Step> steps = new ArrayList<>(List.of(source(dataset.name(), from)));
        steps.addAll(dataset.steps());
        return new Dataset(dataset.name(), dataset.place(), steps);
    }

    private Dataset file(String path, Map<String, Text> from) {
        Text first = from.values().iterator().next();
        Head head = Head.of("onError", first.place(), Optional.empty(), List.of());
        FileFormat format = FileFormat.of(FileName.kind(path));
        Step write = new EndStep.Write(head, new Text(path, first.place()), Optional.empty(), format);
        return new Dataset(path, first.place(), List.of(source(path, from), write));
    }

    private static Step source(String name, Map<String, Text> from) {
        Text first = from.values().iterator().next();
        Head head = Head.of("onError", first.place(), Optional.of(name), List.of());
        return new SourceStep.Rejected(head, List.copyOf(from.values()));
    }
}
