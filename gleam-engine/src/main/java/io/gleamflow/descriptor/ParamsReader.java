package io.gleamflow.descriptor;

import io.gleamflow.flow.Param;
import io.gleamflow.problem.Problem;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code params}: declared with defaults in the descriptor, given values from outside. */
final class ParamsReader {

    static final List<String> KEYS = List.of("default", "type", "required", "oneOf", "secret", "description");

    private final Nodes nodes;
    private final Values values;
    private final Surroundings surroundings;
    private final Interpolation interpolation;

    ParamsReader(Nodes nodes, Values values, Surroundings surroundings, Interpolation interpolation) {
        this.nodes = nodes;
        this.values = values;
        this.surroundings = surroundings;
        this.interpolation = interpolation;
    }

    /** Reads all, and lets the rest of the descriptor refer to them; each may refer to those above it. */
    List<Param> read(Node node) {
        List<Param> params = new ArrayList<>();
        for (Entry entry : nodes.entries(node, "`params`")) {
            Optional<Param> param = hasName(entry) ? param(entry) : Optional.empty();
            param.ifPresentOrElse(
                    right -> {
                        params.add(right);
                        interpolation.define(right);
                    },
                    () -> {
                        interpolation.defineBroken(entry.key());
                        Secrecy.broken(entry, surroundings).ifPresent(params::add);
                    });
        }
        return params;
    }

    private boolean hasName(Entry entry) {
        if (entry.key().equals(Interpolation.OUT)) {
            nodes.add(Problem.error(entry.place(), "`out` is the output directory and cannot be declared"));
            return false;
        }
        if (!entry.key().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            String message = "`" + entry.key() + "` is no name of a parameter";
            nodes.add(Problem.error(entry.place(), message).hint("names are of letters, digits and _"));
            return false;
        }
        return true;
    }

    private Optional<Param> param(Entry entry) {
        if (!(entry.value() instanceof MappingNode)) {
            return value(entry, new Declaration(entry.value(), null, null, false, false));
        }
        Map<String, Node> keys = new LinkedHashMap<>();
        for (Entry key : nodes.entries(entry.value(), "a parameter")) {
            if (KEYS.contains(key.key())) {
                keys.put(key.key(), key.value());
            } else {
                nodes.unknown(key, "nothing a parameter has", KEYS, KEYS);
            }
        }
        Node description = keys.get("description");
        if (description != null) {
            nodes.text(description, "`description`");
        }
        Node type = keys.get("type");
        return value(
                entry,
                new Declaration(
                        keys.get("default"),
                        type == null ? null : type(type).orElse(null),
                        keys.get("oneOf"),
                        isTrue(keys.get("secret"), "`secret`") || Secrecy.isMeant(entry.value()),
                        isTrue(keys.get("required"), "`required`")));
    }

    /** What the descriptor says of a parameter. */
    private record Declaration(
            @Nullable Node standard,
            @Nullable ParamType type,
            @Nullable Node oneOf,
            boolean secret,
            boolean required) {}

    private boolean isTrue(@Nullable Node node, String what) {
        return node != null && nodes.isTrue(node, what);
    }

    private Optional<ParamType> type(Node node) {
        Optional<ParamType> type = nodes.text(node, "`type`").flatMap(text -> ParamType.named(text.value()));
        if (type.isEmpty()) {
            nodes.error(node, Nodes.kind(node) + " is no type of a parameter", "types are " + ParamType.NAMES);
        }
        return type;
    }

    private Optional<Param> value(Entry entry, Declaration declared) {
        Optional<Value> standard = standard(entry, declared);
        if (standard.isEmpty()) {
            return Optional.empty();
        }
        ParamType type = declared.type() != null ? declared.type() : ParamType.of(standard.get());
        Surroundings.Given given = surroundings.given().get(entry.key());
        if (given == null) {
            return checked(
                    entry,
                    declared,
                    new Param(entry.key(), entry.place(), standard.get(), declared.secret(), "default"));
        }
        Optional<Value> value = type.convert(given.value());
        if (value.isEmpty()) {
            String shown = declared.secret() ? "its value" : "`" + Nodes.shortened(given.value()) + "`";
            nodes.add(Problem.error(
                    entry.place(),
                    "the parameter `" + entry.key() + "` is " + type.phrase() + ", and " + shown
                            + " is not; it comes from " + given.origin()));
        }
        return value.flatMap(v ->
                checked(entry, declared, new Param(entry.key(), entry.place(), v, declared.secret(), given.origin())));
    }

    private Optional<Value> standard(Entry entry, Declaration declared) {
        Node node = declared.standard();
        if (node == null) {
            return Optional.of(new Value.Nil());
        }
        if (node instanceof MappingNode || node instanceof SequenceNode) {
            nodes.wrong(node, "the value of a parameter is a text, a number or a truth value");
            return Optional.empty();
        }
        Optional<Value> value = values.value(node);
        if (value.isEmpty() || declared.type() == null || value.get() instanceof Value.Nil) {
            return value;
        }
        Optional<Value> converted = declared.type().convert(value.get().toString());
        if (converted.isEmpty()) {
            nodes.error(
                    node,
                    "the default of `" + entry.key() + "` is not "
                            + declared.type().phrase());
        }
        return converted;
    }

    private Optional<Param> checked(Entry entry, Declaration declared, Param param) {
        if (param.value() instanceof Value.Nil) {
            if (declared.required()) {
                nodes.add(Problem.error(entry.place(), "the parameter `" + entry.key() + "` has no value")
                        .hint("give it one with -Dgleam.param." + entry.key() + "=..."));
                return Optional.empty();
            }
            return Optional.of(param);
        }
        Node oneOf = declared.oneOf();
        if (oneOf == null) {
            return Optional.of(param);
        }
        List<String> allowed = new ArrayList<>();
        Nodes.list(oneOf)
                .forEach(each -> values.value(each).map(Value::toString).ifPresent(allowed::add));
        if (allowed.contains(param.value().toString())) {
            return Optional.of(param);
        }
        String shown = declared.secret()
                ? "its value"
                : "`" + Nodes.shortened(param.value().toString()) + "`";
        String choice = declared.secret() ? "those under `oneOf`" : String.join(", ", allowed);
        String origin = param.origin().equals("default") ? "" : "; it comes from " + param.origin();
        nodes.add(Problem.error(
                entry.place(),
                "the parameter `" + entry.key() + "` is one of " + choice + ", and " + shown + " is not" + origin));
        return Optional.empty();
    }
}
