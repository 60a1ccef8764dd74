package io.gleamflow.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a program is started and judged.
 *
 * @param shell what runs shell code; empty for {@code sh}
 * @param environment variables it gets beside those of Maven
 * @param okExit accepted exit statuses; 0 alone when empty
 */
public record Launching(Optional<String> shell, Map<String, String> environment, Set<Integer> okExit) {

    /** As usual. */
    public static final Launching PLAIN = new Launching(Optional.empty(), Map.of(), Set.of());

    public Launching {
        environment = Map.copyOf(environment);
        okExit = Set.copyOf(okExit);
    }
}
