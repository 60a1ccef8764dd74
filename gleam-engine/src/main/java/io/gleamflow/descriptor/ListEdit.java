package io.gleamflow.descriptor;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.ExpectedUpdate.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Rewrites rows that are a list: what is right stays as it is, and so does every comment. */
final class ListEdit {

    private final Source source;
    private final SequenceNode list;
    private final ExpectedUpdate update;
    private final List<Node> items;

    ListEdit(Source source, SequenceNode list, ExpectedUpdate update) {
        this.source = source;
        this.list = list;
        this.update = update;
        this.items = list.getValue();
    }

    /** @throws NotEditableException when that cannot be */
    void edit(Edits edits) throws NotEditableException {
        int at = start(list);
        for (Node item : items) {
            if (start(item) < at || end(item) > end(list)) {
                throw new NotEditableException("the rows have anchors and aliases");
            }
            at = start(item);
        }
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            flow(edits);
        } else {
            block(edits);
        }
    }

    private int start(Node node) {
        return source.index(node.getStartMark());
    }

    private int end(Node node) {
        return source.index(node.getEndMark());
    }

    private String text(Node node) {
        return source.text().substring(start(node), end(node));
    }

    private List<String> names() {
        boolean named = items.isEmpty() ? !update.names().isEmpty() : items.get(0) instanceof MappingNode;
        return named ? update.names() : List.of();
    }

    /** A row as it is to stand there. */
    private String row(ExpectedUpdate.Row row) throws NotEditableException {
        if (row.old().isEmpty()) {
            return WrittenValue.row(row.values(), names());
        }
        Node item = items.get(row.old().getAsInt());
        return row.changed() ? changed(item, row.values()) : text(item);
    }

    /** The text of an item with the values replaced that are others. */
    private String changed(Node item, List<Written> values) throws NotEditableException {
        if (text(item).contains("${")) {
            throw new NotEditableException("the rows have references such as ${...} in them");
        }
        List<Node> nodes = nodes(item);
        Edits edits = new Edits();
        int from = start(item);
        for (int i = 0; i < values.size(); i++) {
            Node node = i < nodes.size() ? nodes.get(i) : null;
            if (values.get(i).changed()) {
                boolean simple =
                        node instanceof ScalarNode scalar && !CodeReader.isBlock(scalar) && end(node) > start(node)
                                || node instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW
                                || node instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.FLOW;
                if (node == null || !simple) {
                    return whole(item, values);
                }
                edits.replace(start(node) - from, end(node) - from, WrittenValue.yaml(values.get(i)));
            }
        }
        return nodes.size() > values.size() ? whole(item, values) : edits.on(text(item));
    }

    private String whole(Node item, List<Written> values) throws NotEditableException {
        if (text(item).lines().anyMatch(line -> line.matches("(.*\\s)?#.*"))) {
            throw new NotEditableException("a row has comments in it");
        }
        String text = text(item);
        String blanks = text.substring(text.stripTrailing().length());
        return WrittenValue.row(values, names()) + blanks;
    }

    /** The nodes of the values, in the order of the columns. */
    private List<Node> nodes(Node item) {
        if (item instanceof MappingNode map) {
            Map<String, Node> named = new HashMap<>();
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    named.put(key.getValue(), tuple.getValueNode());
                }
            }
            List<Node> nodes = new ArrayList<>();
            for (String name : update.names()) {
                Node node = named.get(name);
                if (node == null) {
                    // the value is nothing, and the row is written anew if it must be something
                    return nodes;
                }
                nodes.add(node);
            }
            return nodes;
        }
        return item instanceof SequenceNode sequence ? sequence.getValue() : List.of(item);
    }

    private void flow(Edits edits) throws NotEditableException {
        List<String> rows = new ArrayList<>();
        boolean same = update.rows().size() == items.size();
        for (int i = 0; i < update.rows().size(); i++) {
            ExpectedUpdate.Row row = update.rows().get(i);
            rows.add(row(row));
            same &= row.old().isPresent() && row.old().getAsInt() == i;
        }
        if (same) {
            for (int i = 0; i < rows.size(); i++) {
                edits.replace(start(items.get(i)), end(items.get(i)), rows.get(i));
            }
            return;
        }
        StringBuilder between = new StringBuilder();
        int at = start(list) + 1;
        for (Node item : items) {
            between.append(source.text(), at, start(item));
            at = end(item);
        }
        between.append(source.text(), at, end(list));
        if (between.indexOf("#") >= 0) {
            throw new NotEditableException("there are comments between the rows, within brackets");
        }
        edits.replace(
                start(list),
                end(list),
                "[" + String.join(", ", rows.stream().map(String::strip).toList()) + "]");
    }

    private void block(Edits edits) throws NotEditableException {
        BlockItems lines = new BlockItems(source, list);
        boolean sorted = true;
        int last = -1;
        for (ExpectedUpdate.Row row : update.rows()) {
            sorted &= row.old().isEmpty() || row.old().getAsInt() > last;
            last = row.old().orElse(last);
        }
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (ExpectedUpdate.Row row : update.rows()) {
            if (row.old().isEmpty()) {
                text.append(lines.fresh(row(row)));
                continue;
            }
            int old = row.old().getAsInt();
            for (; sorted && next < old; next++) {
                text.append(lines.before(next));
            }
            next = old + 1;
            Node item = items.get(old);
            text.append(lines.before(old));
            text.append(row.changed() ? lines.item(old, text(item), row(row)) : lines.item(old));
        }
        for (; sorted && next < items.size(); next++) {
            text.append(lines.before(next));
        }
        if (update.rows().isEmpty()) {
            edits.replace(lines.keyEnd(), lines.keyEnd(), " []");
        }
        edits.replace(lines.start(), lines.end(), text.toString());
    }
}
