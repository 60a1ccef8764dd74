package io.gleamflow.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What programs and shell code of steps find where they are started.
 *
 * @param variables they get beside those of this process; those of a step win
 * @param inherit whether they get all variables of this process; if not, those without which hardly anything runs
 * @param directory they are started in; that of the project when empty
 */
public record Programs(Map<String, String> variables, boolean inherit, Optional<Path> directory) {

    /** As usual. */
    public static final Programs PLAIN = new Programs(Map.of(), true, Optional.empty());

    private static final Set<String> NEEDED = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TEMP", "TMP", "LANG", "SystemRoot", "PATHEXT", "COMSPEC");

    public Programs {
        variables = Map.copyOf(variables);
    }

    /** The variables of this process that they do not get. */
    public Set<String> without() {
        if (inherit) {
            return Set.of();
        }
        Set<String> others = new TreeSet<>(System.getenv().keySet());
        others.removeAll(NEEDED);
        return others;
    }
}
