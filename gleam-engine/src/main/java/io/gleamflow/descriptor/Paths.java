package io.gleamflow.descriptor;

import io.gleamflow.flow.Text;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the paths of data. */
final class Paths {

    private Paths() {}

    /** Empty when there is none, which is noted. */
    static Optional<Text> read(Nodes nodes, Node node, String what) {
        Optional<Text> path = nodes.text(node, what);
        if (path.isPresent()
                && (path.get().value().isBlank() || path.get().value().indexOf('\0') >= 0)) {
            nodes.error(node, what + " is empty");
            return Optional.empty();
        }
        return path;
    }
}
