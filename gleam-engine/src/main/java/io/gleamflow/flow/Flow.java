package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One descriptor, read and interpolated.
 *
 * @param name the file name without extension
 * @param place the descriptor's file
 * @param params in the order declared, with their values for this run
 * @param functions Lua shared by all steps, in order
 * @param datasets at least one; a linear flow has exactly one, named like the flow
 * @param tests in the order of the descriptor
 * @param wording what the descriptor says, to be compared with what it said before
 */
public record Flow(
        String name,
        Place place,
        Optional<String> description,
        List<Param> params,
        List<LuaText> functions,
        List<Dataset> datasets,
        Defaults defaults,
        List<TestCase> tests,
        Wording wording) {

    public Flow {
        params = List.copyOf(params);
        functions = List.copyOf(functions);
        datasets = List.copyOf(datasets);
        tests = List.copyOf(tests);
    }

    /** The same with other datasets. */
    public Flow with(List<Dataset> others) {
        return new Flow(name, place, description, params, functions, others, defaults, tests, wording);
    }

    /** The same with other Lua shared by all steps. */
    public Flow calling(List<LuaText> others) {
        return new Flow(name, place, description, params, others, datasets, defaults, tests, wording);
    }

    /** The datasets, each behind those it takes rows of; some that wait for each other in a circle are left out. */
    public List<Dataset> inOrder() {
        Map<String, Dataset> named = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            named.put(dataset.name(), dataset);
        }
        Map<String, Integer> missing = new HashMap<>();
        Map<String, List<Dataset>> waiting = new HashMap<>();
        Deque<Dataset> ready = new ArrayDeque<>();
        for (Dataset dataset : named.values()) {
            Set<String> others = others(dataset, named.keySet());
            missing.put(dataset.name(), others.size());
            for (String other : others) {
                waiting.computeIfAbsent(other, name -> new ArrayList<>()).add(dataset);
            }
            if (others.isEmpty()) {
                ready.add(dataset);
            }
        }
        List<Dataset> done = new ArrayList<>();
        while (!ready.isEmpty()) {
            Dataset dataset = ready.remove();
            done.add(dataset);
            for (Dataset next : waiting.getOrDefault(dataset.name(), List.of())) {
                if (missing.merge(next.name(), -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return List.copyOf(done);
    }

    /** Those a dataset takes rows of; what is no dataset keeps nothing waiting. */
    private static Set<String> others(Dataset dataset, Set<String> names) {
        Set<String> others = new HashSet<>();
        for (Step step : dataset.steps()) {
            for (Text other : step.others()) {
                if (names.contains(other.value())) {
                    others.add(other.value());
                }
            }
        }
        return others;
    }
}
