package io.gleamflow.descriptor;

import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code functions}: Lua in the descriptor, Lua files beside it, or a list of both. */
final class FunctionsReader {

    private final Nodes nodes;
    private final CodeReader code;
    private final Path directory;

    /**
     * @param directory of the descriptor, which Lua files are relative to
     */
    FunctionsReader(Nodes nodes, CodeReader code, Path directory) {
        this.nodes = nodes;
        this.code = code;
        this.directory = directory;
    }

    /** All texts; one that cannot be read is noted, and an empty one stands in for it. */
    List<LuaText> read(Node node) {
        List<LuaText> functions = new ArrayList<>();
        for (Node each : Nodes.list(node)) {
            boolean isFile = each instanceof ScalarNode scalar
                    && !CodeReader.isBlock(scalar)
                    && scalar.getValue().strip().endsWith(".lua");
            Optional<LuaText> text = isFile ? file(each) : statements(each);
            functions.add(text.orElseGet(() -> Unread.functions(nodes.place(each))));
        }
        return functions;
    }

    /** Also on one line these are statements, not an expression. */
    private Optional<LuaText> statements(Node node) {
        return code.lua(node, "functions")
                .map(text -> new LuaText(text.source(), text.place(), text.firstLine(), true, text.exactLines()));
    }

    private Optional<LuaText> file(Node node) {
        Optional<Text> name = nodes.text(node, "the name of a Lua file");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = directory.resolve(name.get().value());
            String source = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            String text = source.startsWith("\ufeff") ? source.substring(1) : source;
            return Optional.of(new LuaText(text, new Place(shown(name.get().value()), 1, 1), 1, true, true));
        } catch (CharacterCodingException e) {
            nodes.error(node, "the Lua file `" + name.get().value() + "` is not UTF-8", "save it as UTF-8");
        } catch (NoSuchFileException e) {
            nodes.error(
                    node,
                    "there is no Lua file `" + name.get().value() + "`",
                    "it is looked for beside the descriptor, as "
                            + directory.resolve(name.get().value()));
        } catch (IOException | InvalidPathException e) {
            nodes.error(node, "the Lua file `" + name.get().value() + "` cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The file as messages call it: relative to what the descriptor's name is relative to. */
    private String shown(String name) {
        Path descriptor = Path.of(nodes.source().file());
        return descriptor.resolveSibling(name).normalize().toString().replace('\\', '/');
    }
}
