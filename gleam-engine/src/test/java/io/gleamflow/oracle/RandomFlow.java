package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Datasets as lists of steps, in an order in which each only needs those before, and the files they read.
 *
 * @param workers whether running it starts worker processes
 */
record RandomFlow(Map<String, List<FlowStep>> datasets, Map<String, List<List<V>>> files, boolean workers) {

    String yaml() {
        StringBuilder yaml = new StringBuilder("datasets:\n");
        datasets.forEach((name, steps) -> {
            yaml.append("  ").append(name).append(":\n");
            steps.forEach(step -> yaml.append(step.yaml().indent(4)));
        });
        return yaml.toString();
    }

    /** What each output file must hold. */
    Map<String, Expected> expected() {
        Map<String, Expected> outputs = new TreeMap<>();
        FlowStep.World world = new FlowStep.World(new LinkedHashMap<>(), files);
        datasets.forEach((name, steps) -> {
            Table table = Table.ragged(List.of());
            for (FlowStep step : steps) {
                table = step.meaning().of(table, world);
                outputs.putAll(step.outputs().of(table));
            }
            world.datasets().put(name, table);
        });
        return outputs;
    }

    /** Flows that are a little smaller; some may make no sense. */
    List<RandomFlow> smaller() {
        List<RandomFlow> smaller = new ArrayList<>();
        for (Map.Entry<String, List<FlowStep>> dataset : datasets.entrySet()) {
            smaller.add(without(dataset.getKey(), List.of()));
            for (int i = dataset.getValue().size() - 1; i > 0; i--) {
                List<FlowStep> fewer = new ArrayList<>(dataset.getValue());
                fewer.remove(i);
                smaller.add(without(dataset.getKey(), fewer));
            }
        }
        String yaml = yaml();
        files.forEach((path, rows) -> {
            if (!yaml.contains("read: " + path.replaceFirst("-.*", ""))) {
                return;
            }
            int half = rows.size() / 2;
            if (half > 0) {
                smaller.add(withFile(path, rows.subList(0, half)));
                smaller.add(withFile(path, rows.subList(half, rows.size())));
            }
            for (int i = 0; i < rows.size() && rows.size() < 12; i++) {
                List<List<V>> fewer = new ArrayList<>(rows);
                fewer.remove(i);
                smaller.add(withFile(path, fewer));
            }
        });
        return smaller;
    }

    private RandomFlow without(String dataset, List<FlowStep> left) {
        Map<String, List<FlowStep>> others = new LinkedHashMap<>(datasets);
        if (left.isEmpty()) {
            others.remove(dataset);
        } else {
            others.put(dataset, left);
        }
        return new RandomFlow(others, files, workers);
    }

    private RandomFlow withFile(String path, List<List<V>> rows) {
        Map<String, List<List<V>>> others = new TreeMap<>(files);
        others.put(path, rows);
        return new RandomFlow(datasets, others, workers);
    }
}
