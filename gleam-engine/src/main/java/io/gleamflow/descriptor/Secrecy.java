package io.gleamflow.descriptor;

import io.gleamflow.flow.Param;
import io.gleamflow.row.Value;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Which parameters must not be shown even though their declaration is wrong. */
final class Secrecy {

    private static final String SECRET = "secret";

    private Secrecy() {}

    /** Whether a parameter is declared secret, or someone has tried to: {@code secert: true}, {@code secret: yes}. */
    static boolean isMeant(Node declaration) {
        return entries(declaration).stream().anyMatch(Secrecy::isMeant);
    }

    private static boolean isMeant(NodeTuple entry) {
        String key = text(entry.getKeyNode()).orElse("");
        String value = text(entry.getValueNode()).orElse("");
        return key.equals(SECRET) ? !value.equalsIgnoreCase("false") : !ParamsReader.KEYS.contains(key);
    }

    /** A secret without a right value, with what it was given, so that the other problems do not show it. */
    static Optional<Param> broken(Entry entry, Surroundings surroundings) {
        if (!isMeant(entry.value())) {
            return Optional.empty();
        }
        Surroundings.Given given = surroundings.given().get(entry.key());
        Optional<String> value = given != null ? Optional.of(given.value()) : standard(entry.value());
        return value.map(text -> new Param(entry.key(), entry.place(), Value.Str.of(text), true, "default"));
    }

    private static Optional<String> standard(Node declaration) {
        return entries(declaration).stream()
                .filter(entry -> text(entry.getKeyNode()).equals(Optional.of("default")))
                .flatMap(entry -> text(entry.getValueNode()).stream())
                .findFirst();
    }

    private static List<NodeTuple> entries(Node declaration) {
        return declaration instanceof MappingNode map ? map.getValue() : List.of();
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }
}
