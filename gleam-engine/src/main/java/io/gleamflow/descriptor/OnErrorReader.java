package io.gleamflow.descriptor;

import io.gleamflow.flow.FileName;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code onError}. */
final class OnErrorReader {

    private static final String FORMS =
            "write `fail`, `skip`, `{to: rejects}`, `{to: rejects, atMost: 1%}` or `{retry: 3, delay: 2s}`";

    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final int MOST_TIMES = 1000;

    private final Nodes nodes;

    OnErrorReader(Nodes nodes) {
        this.nodes = nodes;
    }

    /** What is wrong is noted, and read as {@code fail}. */
    OnError read(Node node) {
        if (node instanceof MappingNode) {
            return map(node);
        }
        if (!(node instanceof ScalarNode) || Nodes.isNull(node)) {
            nodes.error(node, "`onError` is a word or a map, not " + Nodes.kind(node), FORMS);
            return OnError.fail();
        }
        Optional<String> word = nodes.text(node, "`onError`").map(Text::value);
        if (word.isEmpty() || word.get().equals("fail")) {
            return OnError.fail();
        } else if (word.get().equals("skip")) {
            return new OnError.Skip();
        }
        nodes.error(node, "`" + Nodes.shortened(word.get()) + "` is nothing to do about errors", FORMS);
        return OnError.fail();
    }

    private OnError map(Node node) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : nodes.entries(node, "`onError`")) {
            if (List.of("to", "atMost", "retry", "delay").contains(entry.key())) {
                entries.put(entry.key(), entry);
            } else {
                nodes.add(Problem.error(entry.place(), "`" + Nodes.shortened(entry.key()) + "` is no key of `onError`")
                        .hint(Nearest.hint(entry.key(), List.of("to", "atMost", "retry", "delay"))
                                .orElse(FORMS)));
            }
        }
        Entry to = entries.get("to");
        Entry retry = entries.get("retry");
        if (to != null) {
            unexpected(entries, "to", "retry", "delay");
            return reject(to.value(), entries.get("atMost"));
        } else if (retry != null) {
            unexpected(entries, "retry", "atMost");
            return retry(retry.value(), entries.get("delay"));
        }
        if (!entries.isEmpty() || nodes.entries(node, "`onError`").isEmpty()) {
            nodes.error(node, "`onError` says neither where rejected rows go nor how often to retry", FORMS);
        }
        return OnError.fail();
    }

    private void unexpected(Map<String, Entry> entries, String beside, String... words) {
        for (String word : words) {
            Entry entry = entries.get(word);
            if (entry != null) {
                nodes.add(Problem.error(entry.place(), "`" + word + "` does not go with `" + beside + "`")
                        .hint(FORMS));
            }
        }
    }

    private OnError reject(Node node, @Nullable Entry atMost) {
        Optional<Text> to = Paths.read(nodes, node, "`to`");
        Optional<OnError.Limit> limit = atMost == null ? Optional.empty() : limit(atMost.value());
        if (to.isPresent()
                && FileName.isPath(to.get().value())
                && !EndReader.isWritable(node, to.get().value(), nodes)) {
            return OnError.fail();
        }
        return to.<OnError>map(name -> new OnError.Reject(name, limit)).orElse(OnError.fail());
    }

    private Optional<OnError.Limit> limit(Node node) {
        Optional<Text> text = nodes.text(node, "`atMost`");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String shown = text.get().value().strip();
        if (shown.matches("[0-9]{1,18}")) {
            return Optional.of(new OnError.Limit(
                    Long.parseLong(shown),
                    -1,
                    shown + (shown.equals("1") ? " row" : " rows"),
                    text.get().place()));
        }
        OptionalDouble percent = percent(shown);
        if (percent.isPresent()) {
            return Optional.of(new OnError.Limit(
                    0, percent.getAsDouble(), shown, text.get().place()));
        }
        nodes.error(
                node,
                "`" + Nodes.shortened(shown) + "` is no limit of rejected rows",
                "write a number of rows or a part, such as `100` or `1%`");
        return Optional.empty();
    }

    private static OptionalDouble percent(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,9})? ?%")) {
            return OptionalDouble.empty();
        }
        double percent = Double.parseDouble(text.substring(0, text.length() - 1).strip());
        return percent <= 100 ? OptionalDouble.of(percent) : OptionalDouble.empty();
    }

    private OnError retry(Node node, @Nullable Entry delay) {
        Optional<Long> times = nodes.integer(node, "`retry` is", 1, MOST_TIMES);
        Optional<Duration> span =
                delay == null ? Optional.of(DELAY) : new TuningReader(nodes).span(delay.value(), "`delay`");
        return times.isEmpty() ? OnError.fail() : new OnError.Retry(times.get().intValue(), span.orElse(DELAY));
    }
}
