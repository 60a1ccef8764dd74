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
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the Lua files that lie beside a descriptor. */
final class LuaFiles {

    private final Nodes nodes;
    private final Path directory;

    /**
     * @param directory of the descriptor, which Lua files are relative to
     */
    LuaFiles(Nodes nodes, Path directory) {
        this.nodes = nodes;
        this.directory = directory;
    }

    /** Whether a text is the name of such a file, and no Lua. */
    static boolean isName(Node node) {
        return node instanceof ScalarNode scalar
                && !CodeReader.isBlock(scalar)
                && scalar.getValue().strip().endsWith(".lua");
    }

    /** The text of a file, with its own places; empty when it cannot be read, which is noted. */
    Optional<LuaText> read(Node node) {
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
