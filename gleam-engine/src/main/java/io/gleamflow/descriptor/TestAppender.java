package io.gleamflow.descriptor;

import io.gleamflow.flow.ExpectedUpdate.Written;
import io.gleamflow.flow.RecordedRows;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Adds a test behind those that a descriptor has, and leaves all else as it is, byte for byte. */
public final class TestAppender {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    private TestAppender() {}

    /**
     * The bytes of the descriptor with the test.
     *
     * @param linear whether there are no names of datasets
     * @param expected datasets with the names of their columns; no rows are expected yet
     * @param problems hears why nothing can be added
     */
    public static Optional<byte[]> append(
            String file,
            byte[] bytes,
            String name,
            boolean linear,
            List<RecordedRows> given,
            Map<String, List<String>> expected,
            Problems problems) {
        Optional<Source> source = Source.decode(file, bytes, problems);
        Optional<Node> root = source.flatMap(each -> YamlDocument.root(each, problems));
        if (source.isEmpty() || root.isEmpty() || !(root.get() instanceof MappingNode map)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TestAppender().added(source.get(), map, bytes, name, linear, given, expected));
        } catch (NotEditableException e) {
            problems.add(Problem.error(Place.of(file), "no test can be added: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private byte[] added(
            Source source,
            MappingNode root,
            byte[] bytes,
            String name,
            boolean linear,
            List<RecordedRows> given,
            Map<String, List<String>> expected)
            throws NotEditableException {
        String all = source.text();
        Node tests = root.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("tests"))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
        int at = all.length();
        indent = STEP;
        if (root.getFlowStyle() == FlowStyle.FLOW) {
            throw new NotEditableException("the descriptor is one map in braces");
        } else if (tests == null) {
            text.append("\ntests:\n");
        } else if (tests instanceof SequenceNode list
                && list.getFlowStyle() != FlowStyle.FLOW
                && !list.getValue().isEmpty()) {
            BlockItems items = new BlockItems(source, list);
            at = items.end();
            indent = items.indent();
            text.append('\n');
        } else {
            throw new NotEditableException("`tests` is no list whose elements stand below each other");
        }
        test(name, linear, given, expected);
        String end = all.contains("\r\n") ? "\r\n" : "\n";
        String added = (at > 0 && all.charAt(at - 1) != '\n' ? "\n" : "") + text;
        String changed = all.substring(0, at) + added.replace("\n", end) + all.substring(at);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(bytes, bytes.length - all.getBytes(StandardCharsets.UTF_8).length));
        out.writeBytes(changed.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void test(String name, boolean linear, List<RecordedRows> given, Map<String, List<String>> expected) {
        text.append(indent).append("- name: ").append(WrittenValue.text(name)).append('\n');
        indent += STEP;
        if (!given.isEmpty()) {
            text.append(indent).append("given:");
            if (linear) {
                rows(given.get(0), indent + STEP);
            } else {
                text.append('\n');
                for (RecordedRows each : given) {
                    text.append(indent)
                            .append(STEP)
                            .append(WrittenValue.text(each.dataset()))
                            .append(':');
                    rows(each, indent + STEP + STEP);
                }
            }
        }
        text.append(indent).append("expect:");
        if (linear) {
            header(expected.values().iterator().next(), indent + STEP);
        } else {
            text.append('\n');
            expected.forEach((dataset, names) -> {
                text.append(indent)
                        .append(STEP)
                        .append(WrittenValue.text(dataset))
                        .append(':');
                header(names, indent + STEP + STEP);
            });
        }
    }

    private void header(List<String> names, String before) {
        if (names.isEmpty() || hasOdd(names)) {
            text.append(" []\n");
        } else {
            text.append(" |\n").append(before).append(csv(names)).append('\n');
        }
    }

    private static String csv(List<String> names) {
        return names.stream()
                .map(WrittenValue::csv)
                .collect(Collectors.joining(","))
                .replace("${", "$${");
    }

    private static boolean hasOdd(List<String> texts) {
        return texts.stream().flatMapToInt(String::codePoints).anyMatch(c -> c == '\r' || WrittenValue.isOdd(c))
                || texts.get(0).startsWith(" ");
    }

    private void rows(RecordedRows rows, String before) {
        boolean csv = rows.csv()
                && !rows.names().isEmpty()
                && !hasOdd(rows.names())
                && rows.rows().stream()
                        .flatMap(List::stream)
                        .flatMapToInt(value -> value.text().codePoints())
                        .noneMatch(c -> c == '\r' || WrittenValue.isOdd(c));
        if (rows.rows().isEmpty() && !csv) {
            text.append(" []\n");
        } else if (csv) {
            text.append(" |\n").append(before).append(csv(rows.names())).append('\n');
            for (List<Written> row : rows.rows()) {
                WrittenValue.csv(row)
                        .lines()
                        .forEach(line -> text.append(line.isEmpty() ? "" : before)
                                .append(line)
                                .append('\n'));
            }
        } else {
            boolean lines = rows.names().size() == 1;
            text.append('\n');
            for (List<Written> row : rows.rows()) {
                text.append(before)
                        .append("- ")
                        .append(WrittenValue.row(row, lines ? List.of() : rows.names()))
                        .append('\n');
            }
        }
    }
}
