package io.gleamflow.descriptor;

import io.gleamflow.flow.Launching;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how programs are started and judged: {@code env}, {@code shell} and {@code okExit}. */
final class LaunchingReader {

    private final Nodes nodes;
    private final Launching defaults;

    /**
     * @param defaults what holds where a step says nothing
     */
    LaunchingReader(Nodes nodes, Launching defaults) {
        this.nodes = nodes;
        this.defaults = defaults;
    }

    Launching read(@Nullable Node shell, @Nullable Node environment, @Nullable Node okExit) {
        Map<String, String> variables = new LinkedHashMap<>(defaults.environment());
        if (environment != null) {
            variables.putAll(environment(environment));
        }
        Optional<String> program = shell == null ? Optional.empty() : shell(shell);
        return new Launching(
                program.isPresent() ? program : defaults.shell(),
                variables,
                okExit == null ? defaults.okExit() : okExit(okExit));
    }

    private Map<String, String> environment(Node node) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Entry entry : nodes.entries(node, "`env`")) {
            if (!entry.key().matches("[^=\\x00]+")) {
                nodes.add(
                        Problem.error(entry.place(), "`" + Nodes.shortened(entry.key()) + "` is no name of a variable")
                                .hint("write `env: {NAME: value}`"));
            }
            nodes.text(entry.value(), "the value of `" + Nodes.shortened(entry.key()) + "`")
                    .ifPresent(text -> variables.put(entry.key(), text.value()));
        }
        return variables;
    }

    private Optional<String> shell(Node node) {
        Optional<String> shell = nodes.text(node, "`shell`").map(Text::value);
        if (shell.isPresent() && shell.get().isBlank()) {
            nodes.error(node, "`shell` is empty", "it is a program that runs shell code, such as `bash`");
            return Optional.empty();
        }
        return shell;
    }

    /** Accepted statuses. */
    private Set<Integer> okExit(Node node) {
        Set<Integer> accepted = new HashSet<>();
        for (Node each : Nodes.list(node)) {
            nodes.integer(each, "a status in `okExit` is", 0, 255).ifPresent(status -> accepted.add(status.intValue()));
        }
        if (Nodes.list(node).isEmpty()) {
            nodes.error(node, "`okExit` has no status");
        }
        return accepted;
    }
}
