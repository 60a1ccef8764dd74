package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose rows a test that is recorded expects. */
public final class RecordedEnds {

    private RecordedEnds() {}

    /** Datasets that no other takes rows of, with the names of their columns. */
    public static Map<String, List<String>> of(Flow flow) {
        Set<String> read = flow.datasets().stream()
                .flatMap(dataset -> dataset.steps().stream())
                .flatMap(step -> step.others().stream())
                .map(Text::value)
                .collect(Collectors.toSet());
        Map<String, List<String>> ends = new LinkedHashMap<>();
        for (Dataset dataset : flow.datasets()) {
            boolean rejected = !dataset.steps().isEmpty() && dataset.steps().get(0) instanceof SourceStep.Rejected;
            if (!read.contains(dataset.name()) && !rejected) {
                ends.put(dataset.name(), columns(flow, dataset.name()));
            }
        }
        return ends;
    }

    /** The names of the columns of a dataset; none when nobody knows. */
    public static List<String> columns(Flow flow, String dataset) {
        return FlowColumns.ends(flow).getOrDefault(dataset, Columns.UNKNOWN).names();
    }
}
