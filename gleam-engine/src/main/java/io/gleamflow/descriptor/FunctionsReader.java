package io.gleamflow.descriptor;

import io.gleamflow.flow.LuaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code functions}: Lua in the descriptor, Lua files beside it, or a list of both. */
final class FunctionsReader {

    private final Nodes nodes;
    private final CodeReader code;
    private final LuaFiles files;

    FunctionsReader(Nodes nodes, CodeReader code, LuaFiles files) {
        this.nodes = nodes;
        this.code = code;
        this.files = files;
    }

    /** All texts; one that cannot be read is noted, and an empty one stands in for it. */
    List<LuaText> read(Node node) {
        List<LuaText> functions = new ArrayList<>();
        for (Node each : Nodes.list(node)) {
            Optional<LuaText> text = LuaFiles.isName(each) ? files.read(each) : code.statements(each, "functions");
            functions.add(text.orElseGet(() -> Unread.functions(nodes.place(each))));
        }
        return functions;
    }
}
