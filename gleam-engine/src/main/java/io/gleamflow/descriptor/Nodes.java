package io.gleamflow.descriptor;

import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML nodes as what the descriptor wants there, and notes what is something else. Not thread-safe. */
final class Nodes {

    private static final int SHOWN = 40;
    private static final int MOST_LISTED = 20;
    private static final int MOST_COMPARED = 1000;

    private final Source source;
    private final Problems problems;
    private final Set<Node> blamed;
    private final Interpolation interpolation;

    /**
     * @param blamed nodes that are known to be no good and are not complained of again
     */
    Nodes(Source source, Problems problems, Set<Node> blamed, Interpolation interpolation) {
        this.source = source;
        this.problems = problems;
        this.blamed = blamed;
        this.interpolation = interpolation;
    }

    Source source() {
        return source;
    }

    Place place(Node node) {
        return source.place(node.getStartMark());
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void error(Node node, String message) {
        if (!blamed.contains(node)) {
            problems.error(place(node), message);
        }
    }

    void error(Node node, String message, String hint) {
        if (!blamed.contains(node)) {
            problems.add(Problem.error(place(node), message).hint(hint));
        }
    }

    /** Notes that a node is something else than wanted. */
    void wrong(Node node, String wanted) {
        error(node, wanted + ", not " + kind(node));
    }

    /** Whether a node has been complained of, so that nothing can be made of it. */
    boolean isBlamed(Node node) {
        return blamed.contains(node);
    }

    /** What a node is, for people. */
    static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a map";
        } else if (node instanceof SequenceNode) {
            return "a list";
        }
        return isNull(node) ? "nothing" : "`" + shortened(((ScalarNode) node).getValue()) + "`";
    }

    static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
    }

    /** Nothing, or {@code true}: what a verb has that needs no argument. */
    static boolean isPlain(Node node) {
        boolean isTrue = node instanceof ScalarNode scalar
                && Tag.BOOL.equals(node.getTag())
                && scalar.getValue().equalsIgnoreCase("true");
        return isTrue || isNull(node);
    }

    static boolean isQuoted(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
    }

    /** The entries of a map; of a key that stands twice, which is noted elsewhere, the first. */
    List<Entry> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, what + " is a map of keys and values");
            return List.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (key instanceof ScalarNode scalar && !Tag.MERGE.equals(scalar.getTag())) {
                Entry entry = new Entry(scalar.getValue(), isQuoted(key), place(key), tuple.getValueNode());
                entries.putIfAbsent(entry.key(), entry);
            }
        }
        return List.copyOf(entries.values());
    }

    /**
     * Notes a key that is none.
     *
     * @param near what may have been meant
     * @param there what there is
     */
    void unknown(Entry entry, String what, Collection<String> near, Collection<String> there) {
        String list = there.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        String hint = Nearest.hint(entry.key(), near.size() > MOST_COMPARED ? List.of() : near)
                .orElse("there is " + list + (there.size() > MOST_LISTED ? " …" : ""));
        problems.add(Problem.error(entry.place(), "`" + shortened(entry.key()) + "` is " + what)
                .hint(hint));
    }

    /** The elements of a list; anything else is a list of one, null a list of none. */
    static List<Node> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        return isNull(node) ? List.of() : List.of(node);
    }

    /** A text with its references replaced; empty when it is no text or refers to nothing, which is noted. */
    Optional<Text> text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            Optional<String> text = isBlamed(node) ? Optional.empty() : interpolation.text(scalar, this);
            return text.isPresent() ? Optional.of(new Text(text.get(), place(node))) : Optional.empty();
        }
        wrong(node, what + " is a text");
        return Optional.empty();
    }

    /**
     * A whole number in a range.
     *
     * @param what such as {@code `partitions` is}
     */
    Optional<Long> integer(Node node, String what, long least, long most) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            Optional<String> digits = isBlamed(node) ? Optional.empty() : interpolation.text(scalar, this);
            if (digits.isEmpty()) {
                return Optional.empty();
            }
            if (digits.get().matches("\\+?[0-9]{1,18}")) {
                long number = Long.parseLong(digits.get());
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            }
        }
        String range = most == Long.MAX_VALUE ? least + " on" : least + " to " + most;
        wrong(node, what + " a whole number from " + range);
        return Optional.empty();
    }

    /** {@code true} or {@code false}. */
    boolean isTrue(Node node, String what) {
        if (!Tag.BOOL.equals(node.getTag())) {
            wrong(node, what + " is `true` or `false`");
        }
        return isPlain(node) && !isNull(node);
    }

    /** The place of a character of a scalar's value, or else of the scalar. */
    Place place(ScalarNode scalar, int index) {
        int start = verbatim(scalar);
        return start < 0 ? place((Node) scalar) : source.place(start + index);
    }

    /** Where in the descriptor the value of a scalar stands just as it is, on one line; -1 when it does not. */
    int verbatim(ScalarNode scalar) {
        int start = source.skipProperties(source.index(scalar.getStartMark()));
        start += isQuoted(scalar) ? 1 : 0;
        boolean same = source.text().startsWith(scalar.getValue(), start);
        return same && scalar.getValue().lines().count() <= 1 ? start : -1;
    }
}
