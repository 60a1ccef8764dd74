package io.gleamflow.descriptor;

import io.gleamflow.flow.Defaults;
import io.gleamflow.flow.Launching;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.OnError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code defaults}: options for every step that does not say otherwise. */
final class DefaultsReader {

    private final Nodes nodes;
    private final Optional<LuaRuntime> asked;

    /**
     * @param asked the runtime asked for from outside
     */
    DefaultsReader(Nodes nodes, Optional<LuaRuntime> asked) {
        this.nodes = nodes;
        this.asked = asked;
    }

    Defaults read(@Nullable Node node) {
        Map<String, Node> words = new HashMap<>();
        if (node != null && !Nodes.isNull(node)) {
            for (Entry entry : nodes.entries(node, "`defaults`")) {
                if (Words.DEFAULTS.contains(entry.key())) {
                    words.put(entry.key(), entry.value());
                } else {
                    nodes.unknown(entry, "no default", Words.DEFAULTS, Words.DEFAULTS);
                }
            }
        }
        return defaults(words);
    }

    private Defaults defaults(Map<String, Node> words) {
        TuningReader tuning = new TuningReader(nodes);
        Node partitions = words.get("partitions");
        Node runtime = words.get("runtime");
        Node memory = words.get("memory");
        Node onDisk = words.get("onDisk");
        Node onError = words.get("onError");
        Node timeout = words.get("timeout");
        return new Defaults(
                partitions == null ? OptionalInt.empty() : tuning.partitions(partitions, "partitions"),
                runtime == null ? Optional.empty() : tuning.runtime(runtime),
                asked,
                memory == null ? OptionalLong.empty() : tuning.memory(memory),
                onDisk != null && tuning.onDisk(onDisk),
                onError == null ? OnError.fail() : new OnErrorReader(nodes).read(onError),
                timeout == null ? Optional.empty() : tuning.timeout(timeout),
                new LaunchingReader(nodes, Launching.PLAIN).read(words.get("shell"), words.get("env"), null));
    }
}
