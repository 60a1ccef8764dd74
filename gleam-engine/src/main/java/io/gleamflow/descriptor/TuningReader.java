package io.gleamflow.descriptor;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads words that say how a step is run; both steps and {@code defaults} have them. */
final class TuningReader {

    private static final int MOST_PARTITIONS = 1000;

    /** At most 18 digits, so that it is a long before it is multiplied. */
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}) ?(kb|mb|gb|b)?", Pattern.CASE_INSENSITIVE);

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
        OptionalLong size = size(text.get());
        if (size.isEmpty()) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(text.get()) + "` is no size",
                    "write a whole number with kb, mb or gb, such as `512mb`");
        }
        return size;
    }

    private static OptionalLong size(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        String unit = size.group(2) == null ? "b" : size.group(2).toLowerCase(Locale.ROOT);
        long bytes = 1L << 10 * "bkmg".indexOf(unit.charAt(0));
        long number = Long.parseLong(size.group(1));
        return number == 0 || number > Long.MAX_VALUE / bytes ? OptionalLong.empty() : OptionalLong.of(number * bytes);
    }

    boolean onDisk(Node node) {
        return nodes.isTrue(node, "`onDisk`");
    }
}
