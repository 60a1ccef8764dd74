package io.gleamflow.descriptor;

import io.gleamflow.flow.ByteSize;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Text;
import io.gleamflow.flow.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.Node;

/** Reads words that say how a step is run; both steps and {@code defaults} have them. */
final class TuningReader {

    private static final int MOST_PARTITIONS = 1000;

    private final Nodes nodes;

    TuningReader(Nodes nodes) {
        this.nodes = nodes;
    }

    /** A number of shards. */
    OptionalInt partitions(Node node, String word) {
        return nodes.integer(node, "`" + word + "` is", 1, MOST_PARTITIONS)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
    }

    /** What runs Lua. */
    Optional<LuaRuntime> runtime(Node node) {
        Optional<String> word = nodes.text(node, "`runtime`").map(Text::value);
        Optional<LuaRuntime> runtime = word.flatMap(LuaRuntime::named);
        if (word.isPresent() && runtime.isEmpty()) {
            nodes.error(node, "there is no runtime `" + Nodes.shortened(word.get()) + "`", "there are luaj and luajit");
        }
        return runtime;
    }

    /** A size in bytes, such as {@code 512mb}; a kilobyte has 1024. */
    OptionalLong memory(Node node) {
        Optional<String> text = nodes.text(node, "`memory`").map(Text::value);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong size = ByteSize.parse(text.get());
        if (size.isEmpty() || size.getAsLong() == 0) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(text.get()) + "` is no size",
                    "write a whole number with kb, mb or gb, such as `512mb`");
        }
        return size;
    }

    /** A span of time such as {@code 10m}. */
    Optional<Duration> timeout(Node node) {
        Optional<Duration> span = span(node, "`timeout`");
        if (span.filter(Duration::isZero).isPresent()) {
            nodes.error(node, "in no time nothing can be done", "leave out `timeout` if there is none");
        }
        return span;
    }

    /** A span of time such as {@code 10m}, or none. */
    Optional<Duration> span(Node node, String what) {
        Optional<String> text = nodes.text(node, what).map(Text::value);
        Optional<Duration> span = text.flatMap(TimeSpan::parse);
        if (text.isPresent() && span.isEmpty()) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(text.get()) + "` is no span of time",
                    "write a whole number with ms, s, m or h, such as `10m`");
        }
        return span;
    }

    boolean onDisk(Node node) {
        return nodes.isTrue(node, "`onDisk`");
    }
}
