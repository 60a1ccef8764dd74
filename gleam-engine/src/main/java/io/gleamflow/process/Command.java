package io.gleamflow.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start. The environment is that of this JVM, less what {@code without} names and less the variables that change
 * how a JVM starts or tell how Maven was called, plus {@code environment}. Immutable.
 *
 * @param title names the child in threads and messages, such as {@code 'pipe' (shard 3)}
 * @param argv the program, searched on the child's own {@code PATH}, and its arguments; never empty. Java encodes them
 *     in its default charset, so code and other people's data belong in files
 * @param environment variables to add or replace
 * @param without variables to leave out
 * @param directory where the child runs; it must exist
 */
public record Command(
        String title, List<String> argv, Map<String, String> environment, Set<String> without, Path directory) {

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        without = Set.copyOf(without);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("A command needs a program");
        }
    }

    /** A command that leaves out no variable. */
    public Command(String title, List<String> argv, Map<String, String> environment, Path directory) {
        this(title, argv, environment, Set.of(), directory);
    }
}
