package io.gleamflow.descriptor;

import io.gleamflow.flow.Param;
import io.gleamflow.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Looks at the form of {@code tests}; they are not run yet. */
final class TestsReader {

    private static final Set<String> EXPECTATIONS = Set.of("expect", "rows", "error", "check");

    private final Nodes nodes;
    private final CodeReader code;
    private final List<String> params;

    TestsReader(Nodes nodes, CodeReader code, List<Param> params) {
        this.nodes = nodes;
        this.code = code;
        this.params = params.stream().map(Param::name).toList();
    }

    void check(Node node) {
        if (!(node instanceof SequenceNode list)) {
            nodes.error(node, "`tests` is a list, not " + Nodes.kind(node), "begin each test with `- name:`");
            return;
        }
        for (Node test : list.getValue()) {
            Set<String> found = new HashSet<>();
            for (Entry entry : nodes.entries(test, "a test")) {
                found.add(entry.key());
                entry(entry);
            }
            boolean expects = found.stream().anyMatch(EXPECTATIONS::contains);
            if (!expects && test instanceof MappingNode) {
                nodes.error(test, "this test expects nothing", "give it `expect`, `rows`, `error` or `check`");
            }
        }
    }

    private void entry(Entry entry) {
        Node value = entry.value();
        switch (entry.key()) {
            case "name", "error", "now" -> nodes.text(value, "`" + entry.key() + "`");
            case "rows" -> nodes.integer(value, "`rows` is", 0, Long.MAX_VALUE);
            case "inOrder" -> nodes.isTrue(value, "`inOrder`");
            case "check" -> code.lua(value, "check");
            case "params" -> params(value);
            case "tolerance" -> tolerance(value);
            case "given", "expect" -> {
                if (Nodes.isNull(value)) {
                    nodes.error(value, "`" + entry.key() + "` has no rows", "no rows at all are `[]`");
                }
            }
            default -> nodes.unknown(entry, "nothing a test has", Words.TESTS, Words.TESTS);
        }
    }

    private void params(Node node) {
        for (Entry entry : nodes.entries(node, "`params`")) {
            if (!params.contains(entry.key())) {
                Problem problem = Problem.error(entry.place(), "`" + entry.key() + "` is no parameter of this flow");
                nodes.add(problem.hint("parameters are " + String.join(", ", params)));
            }
        }
    }

    private void tolerance(Node node) {
        boolean number = node instanceof ScalarNode scalar
                && scalar.getValue().matches("(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
        if (!number) {
            nodes.wrong(node, "`tolerance` is a number");
        }
    }
}
