package io.gleamflow.maven;

import io.gleamflow.Project.Given;
import io.gleamflow.problem.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of flow parameters given outside of the descriptor. The command line wins over {@code <params>}, and that over
 * properties of the POM and of settings profiles; within each, {@code FLOW.x} wins over {@code x}.
 */
final class ParamSources {

    private static final String PREFIX = "gleam.param.";

    private final SortedMap<String, String> commandLine;
    private final SortedMap<String, String> pom;
    private final SortedMap<String, String> properties;

    ParamSources(Properties user, Map<String, @Nullable String> params, Properties project) {
        this.commandLine = prefixed(user);
        this.pom = new TreeMap<>();
        for (Map.Entry<String, @Nullable String> each : params.entrySet()) {
            pom.put(each.getKey(), each.getValue() == null ? "" : each.getValue());
        }
        this.properties = prefixed(project);
    }

    private static SortedMap<String, String> prefixed(Properties all) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                found.put(key.substring(PREFIX.length()), all.getProperty(key));
            }
        }
        return found;
    }

    /** What one flow gets, with a word on where each value comes from. */
    Map<String, Given> of(String flow) {
        Map<String, Given> values = new LinkedHashMap<>();
        add(values, flow, properties, "property " + PREFIX, "");
        add(values, flow, pom, "<", "> in <params>");
        add(values, flow, commandLine, "-D" + PREFIX, "");
        return values;
    }

    /** All that was given, for whatever flow. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        for (SortedMap<String, String> source : List.of(commandLine, pom, properties)) {
            said.add(Integer.toString(source.size()));
            for (Map.Entry<String, String> each : source.entrySet()) {
                said.add(each.getKey());
                said.add(each.getValue());
            }
        }
        return said;
    }

    /** Adds the values for every flow first, so that the flow's own replace them. */
    private static void add(
            Map<String, Given> values, String flow, Map<String, String> source, String before, String after) {
        String own = flow + ".";
        source.forEach((key, value) -> {
            if (key.indexOf('.') < 0) {
                values.put(key, new Given(value, before + key + after));
            }
        });
        source.forEach((key, value) -> {
            if (key.startsWith(own)) {
                values.put(key.substring(own.length()), new Given(value, before + key + after));
            }
        });
    }

    /**
     * Complaints about parameters of the command line and of {@code <params>} that no flow has.
     *
     * @param declared the parameters of each flow, by its name
     */
    List<String> unknown(Map<String, ? extends Collection<String>> declared) {
        List<String> complaints = new ArrayList<>();
        SortedMap<String, String> given = new TreeMap<>(pom);
        given.putAll(commandLine);
        for (String key : given.keySet()) {
            List<String> known = new ArrayList<>();
            declared.forEach((flow, names) -> {
                known.addAll(names);
                names.forEach(name -> known.add(flow + "." + name));
            });
            if (!known.contains(key)) {
                complaints.add("no flow here has a parameter `" + key + "`"
                        + Nearest.hint(key, known).map(hint -> ". " + hint).orElse(""));
            }
        }
        return complaints;
    }
}
