package io.gleamflow.descriptor;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Writes other expectations into the tests of a descriptor, and leaves all else as it is, byte for byte. */
public final class ExpectationEditor {

    private final Source source;
    private final Nodes nodes;
    private final CodeReader code;
    private final Problems problems;
    private final Edits edits = new Edits();

    private ExpectationEditor(Source source, Nodes nodes, Problems problems) {
        this.source = source;
        this.nodes = nodes;
        this.code = new CodeReader(nodes);
        this.problems = problems;
    }

    /**
     * The bytes of the descriptor with the updates made.
     *
     * @param file as messages name it
     * @param problems hears of each that must be made by hand, as a warning
     */
    public static byte[] edit(String file, byte[] bytes, List<ExpectedUpdate> updates, Problems problems) {
        Problems unread = new Problems();
        Optional<Source> source = Source.decode(file, bytes, unread);
        Optional<Node> root = source.flatMap(each -> YamlDocument.root(each, unread));
        if (source.isEmpty() || root.isEmpty()) {
            unread.all().forEach(problems::add);
            return bytes;
        }
        Surroundings none = new Surroundings(Path.of(""), Path.of(""), Optional.empty(), Map.of(), Map.of(), Map.of());
        Nodes nodes = new Nodes(source.get(), unread, Set.of(), new Interpolation(none));
        ExpectationEditor editor = new ExpectationEditor(source.get(), nodes, problems);
        updates.forEach(update -> editor.edit(update, root.get()));
        return editor.edits.isEmpty() ? bytes : editor.result(bytes);
    }

    private byte[] result(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int text = source.text().getBytes(StandardCharsets.UTF_8).length;
        // a mark that the text does not have
        out.writeBytes(Arrays.copyOf(bytes, bytes.length - text));
        out.writeBytes(edits.on(source.text()).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void edit(ExpectedUpdate update, Node root) {
        try {
            Edits own = new Edits();
            boolean found = update.count().isPresent() ? count(root, update, own) : rows(root, update, own);
            if (!found) {
                throw new NotEditableException("it is not where it was");
            }
            edits.add(own);
        } catch (NotEditableException e) {
            problems.add(
                    Problem.warning(update.place(), "this expectation is to be changed by hand: " + e.getMessage()));
        }
    }

    private boolean rows(Node node, ExpectedUpdate update, Edits own) throws NotEditableException {
        if (node instanceof SequenceNode list) {
            if (nodes.place(list).equals(update.place())) {
                refuseAnchors(list);
                new ListEdit(source, list, update).edit(own);
                return true;
            }
            for (Node each : list.getValue()) {
                if (rows(each, update, own)) {
                    return true;
                }
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (rows(tuple.getValueNode(), update, own)) {
                    return true;
                }
            }
        } else if (node instanceof ScalarNode scalar && code.place(scalar).equals(update.place())) {
            refuseAnchors(scalar);
            new BlockEdit(source, code).edit(scalar, update, own);
            return true;
        }
        return false;
    }

    /** What has a name may stand elsewhere too, where something else may be right. */
    private static void refuseAnchors(Node node) throws NotEditableException {
        if (node.getAnchor() != null) {
            throw new NotEditableException("it has an anchor, `&" + node.getAnchor() + "`");
        } else if (node instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                refuseAnchors(each);
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                refuseAnchors(tuple.getValueNode());
            }
        }
    }

    private boolean count(Node node, ExpectedUpdate update, Edits own) throws NotEditableException {
        if (node instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                if (count(each, update, own)) {
                    return true;
                }
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (place(tuple.getKeyNode()).equals(update.place())) {
                    number(tuple.getValueNode(), update, own);
                    return true;
                } else if (count(tuple.getValueNode(), update, own)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Place place(Node key) {
        return nodes.place(key);
    }

    /** The number itself, or the {@code rows} of a map. */
    private void number(Node value, ExpectedUpdate update, Edits own) throws NotEditableException {
        Node number = value;
        if (value instanceof MappingNode map) {
            number = map.getValue().stream()
                    .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals("rows"))
                    .map(NodeTuple::getValueNode)
                    .findFirst()
                    .orElse(value);
        }
        if (!(number instanceof ScalarNode scalar) || scalar.getValue().contains("${")) {
            throw new NotEditableException("it is no plain number");
        }
        own.replace(
                source.index(number.getStartMark()),
                source.index(number.getEndMark()),
                Long.toString(update.count().orElseThrow()));
    }
}
