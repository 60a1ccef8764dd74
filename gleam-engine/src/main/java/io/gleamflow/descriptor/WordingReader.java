package io.gleamflow.descriptor;

import io.gleamflow.flow.Wording.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Writes down what a descriptor says, but for what changes no output. To be asked when the rest has been read. */
final class WordingReader {

    private static final Set<String> OF_A_FLOW = Set.of("description", "tests");
    private static final Set<String> OF_A_PARAM = Set.of("description");
    private static final Set<String> OF_A_STEP = Set.of("description", "memory", "onDisk", "timeout");
    private static final Set<String> OF_DEFAULTS = Set.of("memory", "onDisk", "timeout", "partitions");

    private final CodeReader code;
    private final List<Word> words = new ArrayList<>();

    /** Lists and maps that an alias may stand for, so that those are not written down again and again. */
    private final Map<Node, Integer> seen = new HashMap<>();

    WordingReader(CodeReader code) {
        this.code = code;
    }

    List<Word> read(Map<String, Node> keys) {
        for (Map.Entry<String, Node> each : keys.entrySet()) {
            if (!OF_A_FLOW.contains(each.getKey())) {
                add("key " + each.getKey());
                of(each.getKey(), each.getValue());
            }
        }
        return words;
    }

    private void of(String key, Node value) {
        switch (key) {
            case "params" -> entries(value, Set.of(), param -> entries(param, OF_A_PARAM, this::any));
            case "defaults" -> entries(value, OF_DEFAULTS, this::any);
            case "steps" -> steps(value);
            case "datasets" -> entries(value, Set.of(), this::steps);
            default -> any(value);
        }
    }

    private void steps(Node node) {
        if (node instanceof SequenceNode list && isNew(list)) {
            add("list");
            for (Node step : list.getValue()) {
                entries(step, OF_A_STEP, this::any);
            }
            add("end");
        } else {
            any(node);
        }
    }

    private interface Reading {
        void of(Node node);
    }

    private void entries(Node node, Set<String> without, Reading value) {
        if (node instanceof MappingNode map && isNew(map)) {
            add("map");
            for (NodeTuple entry : map.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key && without.contains(key.getValue()))) {
                    any(entry.getKeyNode());
                    value.of(entry.getValueNode());
                }
            }
            add("end");
        } else {
            any(node);
        }
    }

    private void any(Node node) {
        if (node instanceof ScalarNode scalar) {
            boolean lua = code.isLua(node);
            words.add(new Word((lua ? "" : scalar.getTag().getValue() + " ") + scalar.getValue(), lua));
        } else if (seen.containsKey(node)) {
            add("again " + seen.get(node));
        } else if (node instanceof SequenceNode list && isNew(list)) {
            add("list");
            for (Node each : list.getValue()) {
                any(each);
            }
            add("end");
        } else {
            entries(node, Set.of(), this::any);
        }
    }

    private boolean isNew(Node node) {
        return seen.putIfAbsent(node, seen.size()) == null;
    }

    private void add(String word) {
        words.add(new Word(word, false));
    }
}
