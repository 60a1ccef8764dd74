package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the verbs about the order of rows and how many there are. */
final class OrderReader {

    private final Readers readers;
    private final Nodes nodes;
    private final OptionsReader options;

    OrderReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.nodes = readers.nodes();
        this.options = options;
    }

    private List<ColumnRef> per() {
        return options.columns("per");
    }

    Optional<Step> sort(Node argument, Head head) {
        List<OrderBy> ordering =
                Nodes.isPlain(argument) ? List.of() : readers.columns().ordering(argument, "`sort`");
        return Optional.of(new OrderStep.Sort(head, ordering));
    }

    Optional<Step> top(Node argument, Head head) {
        Node by = options.node("by");
        if (by != null && Nodes.list(by).isEmpty()) {
            nodes.error(by, "`by` has no columns");
        }
        List<OrderBy> ordering = by == null ? List.of() : readers.columns().ordering(by, "`by`");
        List<ColumnRef> per = per();
        return count(argument, head, count -> new OrderStep.Top(head, count, ordering, per));
    }

    Optional<Step> limit(Node argument, Head head) {
        List<ColumnRef> per = per();
        return count(argument, head, count -> new OrderStep.Limit(head, count, per));
    }

    Optional<Step> skip(Node argument, Head head) {
        List<ColumnRef> per = per();
        return count(argument, head, count -> new OrderStep.Skip(head, count, per));
    }

    private Optional<Step> count(Node argument, Head head, LongFunction<Step> step) {
        return nodes.integer(argument, "`" + head.verb() + "` is", 0, Long.MAX_VALUE)
                .map(step::apply);
    }

    Optional<Step> sample(Node argument, Head head) {
        Node seedNode = options.node("seed");
        long seed = seedNode == null
                ? 0
                : nodes.integer(seedNode, "`seed` is", 0, Long.MAX_VALUE).orElse(0L);
        List<ColumnRef> per = per();
        return size(argument).map(size -> new OrderStep.Sample(head, size, seed, per));
    }

    /** A number of rows, or a part of all in percent. */
    private Optional<OrderStep.Size> size(Node node) {
        if (!(node instanceof ScalarNode) || Nodes.isNull(node)) {
            nodes.wrong(node, "`sample` is a number of rows or a percentage");
            return Optional.empty();
        }
        Optional<String> text = nodes.text(node, "`sample`").map(Text::value).map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        } else if (text.get().matches("[0-9]{1,18}")) {
            return Optional.of(new OrderStep.Size.Rows(Long.parseLong(text.get())));
        } else if (text.get().matches("(?:[0-9]{1,3}(?:\\.[0-9]{1,20})?|\\.[0-9]{1,20}) ?%")) {
            double percent = Double.parseDouble(text.get().replaceFirst(" ?%$", ""));
            if (percent <= 100) {
                return Optional.of(new OrderStep.Size.Share(percent / 100));
            }
        }
        nodes.error(
                node,
                "`" + Nodes.shortened(text.get()) + "` is no size of a sample",
                "write a number of rows, as in `sample: 100`, or a part of all, as in `sample: 0.5%`");
        return Optional.empty();
    }
}
