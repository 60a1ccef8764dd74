package io.gleamflow.descriptor;

import io.gleamflow.flow.Param;
import io.gleamflow.flow.Wording;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Puts parameters, properties and the environment in the place of <code>${name}</code> in scalars that are no code. What
 * is put in is not looked at again.
 */
final class Interpolation {

    /** The output directory, which every flow has. */
    static final String OUT = "out";

    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([^{}]*)(\\}?)");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{[^{}]*\\}");

    private final Surroundings surroundings;
    private final Map<String, Value> params = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> properties = new TreeMap<>();

    Interpolation(Surroundings surroundings) {
        this.surroundings = surroundings;
        params.put(OUT, Value.Str.of(surroundings.out().toString()));
    }

    /** What was referred to so far, with these words. */
    Wording wording(List<Wording.Word> words) {
        return new Wording(words, variables, properties);
    }

    /** Lets scalars that are read from now on refer to a parameter. */
    void define(Param param) {
        params.put(param.name(), param.value());
    }

    /** A parameter without a right value: scalars that refer to it have none either, which nobody needs to be told. */
    void defineBroken(String name) {
        broken.add(name);
    }

    /** The text of a scalar; empty when it refers to nothing, which is noted for the first such reference. */
    Optional<String> text(ScalarNode scalar, Nodes nodes) {
        String source = scalar.getValue();
        if (!source.contains("${")) {
            return Optional.of(source);
        }
        Matcher reference = REFERENCE.matcher(source);
        StringBuilder text = new StringBuilder();
        while (reference.find()) {
            Optional<String> replacement = replacement(reference);
            if (replacement.isEmpty()) {
                note(reference, nodes.place(scalar, reference.start()), nodes);
                return Optional.empty();
            }
            reference.appendReplacement(text, Matcher.quoteReplacement(replacement.get()));
        }
        return Optional.of(reference.appendTail(text).toString());
    }

    private Optional<String> replacement(Matcher reference) {
        if (!reference.group(1).isEmpty()) {
            return Optional.of(reference.group().substring(1));
        }
        return reference.group(3).isEmpty()
                ? Optional.empty()
                : find(reference.group(2)).map(value -> value instanceof Value.Nil ? "" : value.toString());
    }

    private void note(Matcher reference, Place place, Nodes nodes) {
        if (reference.group(3).isEmpty()) {
            nodes.add(Problem.error(place, "`${` is not closed").hint("write `$${` for a literal `${`"));
        } else {
            note(reference.group(2), place, nodes);
        }
    }

    /** Whether a scalar is one reference and nothing else. */
    boolean isReference(ScalarNode scalar) {
        return WHOLE.matcher(scalar.getValue()).matches();
    }

    /** What such a scalar refers to, with its type; empty when that is nothing, which is noted. */
    Optional<Value> value(ScalarNode scalar, Nodes nodes) {
        String name = scalar.getValue().substring(2, scalar.getValue().length() - 1);
        Optional<Value> found = find(name);
        if (found.isEmpty()) {
            note(name, nodes.place(scalar, 0), nodes);
        }
        return found;
    }

    private void note(String name, Place place, Nodes nodes) {
        if (!broken.contains(name)) {
            nodes.add(name.startsWith("env.") ? noVariable(name, place) : nothing(name, place));
        }
    }

    private Optional<Value> find(String name) {
        Value param = params.get(name);
        if (param != null) {
            return Optional.of(param);
        }
        if (name.startsWith("env.")) {
            String[] parts = name.substring(4).split(":-", 2);
            String value = surroundings.environment().get(parts[0]);
            boolean absent = value == null || value.isEmpty();
            variables.put(parts[0], value == null ? "" : value);
            String found = absent && parts.length == 2 ? parts[1] : value;
            return Optional.ofNullable(found).map(Value.Str::of);
        }
        String property = surroundings.properties().get(name);
        if (property != null) {
            properties.put(name, property);
        }
        return Optional.ofNullable(property).map(Value.Str::of);
    }

    private Problem noVariable(String name, Place place) {
        String variable = name.substring(4);
        Problem problem = Problem.error(place, "the environment has no variable `" + variable + "`");
        return problem.hint(Nearest.hint(variable, surroundings.environment().keySet())
                .orElse("give a default: `${" + name + ":-value}`"));
    }

    private Problem nothing(String name, Place place) {
        List<String> known = new ArrayList<>(params.keySet());
        known.addAll(broken);
        known.addAll(surroundings.properties().keySet());
        Problem problem = Problem.error(place, "`" + name + "` is no parameter and no property");
        boolean variable = surroundings.environment().containsKey(name);
        return problem.hint(Nearest.hint(name, known)
                .orElse(
                        variable
                                ? "a variable of the environment is `${env." + name + "}`"
                                : "declare it under `params`, or write `$${` for a literal `${`"));
    }
}
