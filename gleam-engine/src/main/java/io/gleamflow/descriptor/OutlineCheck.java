package io.gleamflow.descriptor;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Looks at every node, also those nobody reads: keys must be names and stand once, and nothing may have a tag. What is
 * wrong here YAML allows and an author never means.
 */
final class OutlineCheck {

    private static final Set<Tag> CORE = Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.STR, Tag.SEQ, Tag.MAP);

    private final Source source;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> blamed = Collections.newSetFromMap(new IdentityHashMap<>());

    private OutlineCheck(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Notes what is wrong below a node; returns the nodes that are no good, so that nobody complains of them again. */
    static Set<Node> blamed(Node root, Source source, Problems problems) {
        OutlineCheck check = new OutlineCheck(source, problems);
        check.visit(root);
        return check.blamed;
    }

    private void visit(Node node) {
        if (!seen.add(node)) {
            return;
        }
        tag(node);
        if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                visit(each);
            }
        } else if (node instanceof MappingNode mapping) {
            keys(mapping);
            for (NodeTuple tuple : mapping.getValue()) {
                visit(tuple.getValueNode());
            }
        }
    }

    private void tag(Node node) {
        int index = source.index(node.getStartMark());
        boolean lone = source.text().startsWith("! ", index);
        if (lone || !CORE.contains(node.getTag())) {
            String name = lone ? "!" : node.getTag().getValue().replace(Tag.PREFIX, "!!");
            blame(
                    node,
                    source.place(index),
                    "`" + name + "` is a tag in YAML",
                    "Lua's not is `not`; quote a text that starts so");
        }
    }

    private void keys(MappingNode mapping) {
        Map<String, Place> first = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = source.place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                boolean braces = tuple.getKeyNode() instanceof MappingNode;
                String hint = braces ? "parameters are `${y}`, and in Lua `params.y`" : "quote it";
                blame(mapping, place, "a key is a name, not " + Nodes.kind(tuple.getKeyNode()), hint);
            } else if (key.getTag().equals(Tag.MERGE)) {
                blame(mapping, place, "`<<` is not for descriptors", "write the keys out");
            } else if (isSplitCall(mapping, key, tuple.getValueNode())) {
                blame(
                        mapping,
                        place,
                        "`" + key.getValue() + "` is no key",
                        "the comma split your call; put the entries on several lines");
            } else {
                Place other = first.putIfAbsent(key.getValue(), place);
                if (other != null) {
                    problems.error(
                            place,
                            "`" + Nodes.shortened(key.getValue()) + "` is here already, at line " + other.line());
                }
            }
        }
    }

    /** {@code {x: f(a, b)}} has the keys {@code x} and {@code b)}. */
    private static boolean isSplitCall(MappingNode mapping, ScalarNode key, Node value) {
        return mapping.getFlowStyle() == FlowStyle.FLOW
                && key.getScalarStyle() == ScalarStyle.PLAIN
                && Nodes.isNull(value)
                && key.getValue().chars().filter(c -> c == ')').count()
                        > key.getValue().chars().filter(c -> c == '(').count();
    }

    private void blame(Node node, Place place, String message, String hint) {
        blamed.add(node);
        problems.add(Problem.error(place, message).hint(hint));
    }
}
