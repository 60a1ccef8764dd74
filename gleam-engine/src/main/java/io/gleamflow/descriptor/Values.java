package io.gleamflow.descriptor;

import io.gleamflow.row.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads nodes as values, with the meaning YAML gives them, aliases resolved. Not thread-safe. */
final class Values {

    /** Aliases can make a few lines mean billions of values. */
    private static final int MOST = 1_000_000;

    private static final int DEEPEST = 50;

    /** Whole numbers of more digits are beyond all doubles, also in base 8. */
    private static final int MOST_DIGITS = 400;

    private final Nodes nodes;
    private final Interpolation interpolation;
    private int count;

    Values(Nodes nodes, Interpolation interpolation) {
        this.nodes = nodes;
        this.interpolation = interpolation;
    }

    /** Empty, with the problem noted, when there is none. */
    Optional<Value> value(Node node) {
        return value(node, 0);
    }

    private Optional<Value> value(Node node, int depth) {
        if (nodes.isBlamed(node)) {
            return Optional.empty();
        }
        if (++count > MOST) {
            if (count == MOST + 1) {
                nodes.error(node, "there are more than " + MOST + " values", "put them into a file and `read` it");
            }
            return Optional.empty();
        }
        if (depth > DEEPEST) {
            nodes.error(node, "the value is nested too deeply, or contains itself");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        return node instanceof SequenceNode sequence
                ? list(sequence.getValue(), depth).map(Value.ListOf::new)
                : map((MappingNode) node, depth);
    }

    private Optional<List<Value>> list(List<Node> elements, int depth) {
        List<Value> all = new ArrayList<>();
        for (Node element : elements) {
            Optional<Value> value = value(element, depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            all.add(value.get());
        }
        return Optional.of(all);
    }

    private Optional<Value> map(MappingNode node, int depth) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Entry entry : nodes.entries(node, "a value")) {
            Optional<Value> value = value(entry.value(), depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            entries.put(Value.Str.of(entry.key()), value.get());
        }
        return Optional.of(new Value.MapOf(entries));
    }

    /** A scalar that is one reference and nothing else has the type of what it refers to. */
    private Optional<Value> scalar(ScalarNode scalar) {
        if (interpolation.isReference(scalar)) {
            return interpolation.value(scalar, nodes);
        }
        Optional<String> text = interpolation.text(scalar, nodes);
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return text.map(Value.Str::of);
        }
        try {
            return text.flatMap(t -> typed(tag, t));
        } catch (NumberFormatException e) {
            nodes.wrong(scalar, "`" + tag.getValue().replace(Tag.PREFIX, "!!") + "` asks for a number");
            return Optional.empty();
        }
    }

    private static Optional<Value> typed(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return Optional.of(new Value.Nil());
        } else if (tag.equals(Tag.BOOL)) {
            return Optional.of(new Value.Bool(text.equalsIgnoreCase("true")));
        }
        return Optional.of(tag.equals(Tag.INT) ? integer(text) : new Value.Real(number(text)));
    }

    /** A whole number of any size; beyond 64 bits it is a floating-point number. */
    static Value integer(String text) {
        if (text.startsWith("0x")) {
            return integer("", text.substring(2), 16);
        } else if (text.startsWith("0o")) {
            return integer("", text.substring(2), 8);
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return integer(text.startsWith("-") ? "-" : "", signed ? text.substring(1) : text, 10);
    }

    private static Value integer(String sign, String digits, int radix) {
        String significant = withoutZeros(digits);
        if (significant.length() > MOST_DIGITS) {
            // beyond all doubles; to read the number would take minutes
            if (significant.chars().anyMatch(c -> Character.digit(c, radix) < 0)) {
                throw new NumberFormatException("not a number");
            }
            return new Value.Real(sign.isEmpty() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        BigInteger whole = new BigInteger(sign + significant, radix);
        if (whole.bitLength() < Long.SIZE) {
            return new Value.Int(whole.longValue());
        }
        return whole.signum() > 0 && whole.bitLength() == Long.SIZE
                ? new Value.BigInt(whole)
                : new Value.Real(whole.doubleValue());
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static double number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return lower.equals(".nan") ? Double.NaN : Double.parseDouble(text);
    }
}
