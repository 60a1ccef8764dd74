package io.gleamflow.process;

import io.gleamflow.problem.NativeText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns commands into running processes, or says why not. */
final class Launch {

    /**
     * The first three change how a JVM starts, and make it write to its standard error; MAVEN_OPTS does so for Maven. The
     * last is how {@code mvn} tells Maven its command line, on which secrets may stand.
     */
    private static final Set<String> NOT_INHERITED =
            Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "MAVEN_CMD_LINE_ARGS");

    private final List<String> prefix;
    private final RunMark mark;

    /** @param prefix what goes before each command */
    Launch(List<String> prefix, RunMark mark) {
        this.prefix = prefix;
        this.mark = mark;
    }

    /** Starts the commands, the output of each joined to the input of the next; all or none. */
    List<Process> start(List<Command> commands) throws IOException {
        List<ProcessBuilder> builders = new ArrayList<>();
        for (Command command : commands) {
            builders.add(builder(command));
        }
        try {
            return builders.size() == 1 ? List.of(builders.get(0).start()) : ProcessBuilder.startPipeline(builders);
        } catch (IOException e) {
            throw new IOException("Cannot start " + titles(commands) + ": " + reason(e), e);
        }
    }

    private ProcessBuilder builder(Command command) throws IOException {
        if (!Files.isDirectory(command.directory())) {
            throw new IOException("Cannot start " + command.title() + ": there is no directory " + command.directory());
        }
        requireLetters(command);
        ProcessBuilder builder =
                new ProcessBuilder().directory(command.directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(NOT_INHERITED);
        environment.keySet().removeAll(command.without());
        try {
            environment.putAll(command.environment());
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot start " + command.title() + ": its environment has an invalid variable", e);
        }
        environment.put(RunMark.VARIABLE, mark.value());
        List<String> argv = new ArrayList<>(prefix);
        argv.add(ProgramSearch.program(command, environment.get("PATH")));
        argv.addAll(command.argv().subList(1, command.argv().size()));
        return builder.command(argv);
    }

    /** Refuses what would reach the program as question marks. */
    private static void requireLetters(Command command) throws IOException {
        for (String text : command.argv()) {
            requireLetters(command, text, text);
        }
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            // values of variables are shown nowhere
            requireLetters(command, variable.getKey() + "=" + variable.getValue(), variable.getKey());
        }
    }

    private static void requireLetters(Command command, String text, String shown) throws IOException {
        Optional<String> refusal = NativeText.refusalOfArgument(text);
        if (refusal.isPresent()) {
            throw new IOException("Cannot start " + command.title() + " with `" + shown + "`: " + refusal.get());
        }
    }

    private static String titles(List<Command> commands) {
        return String.join(" | ", commands.stream().map(Command::title).toList());
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("jspawnhelper")) {
            return message + " (the JDK was updated under a running JVM: restart it, as with mvnd --stop)";
        }
        // the number of E2BIG, as JDK 17 and later ones spell it
        if (message.contains("error=7,") || message.contains("error: 7 ")) {
            return "an argument or the environment is too long";
        }
        return message;
    }
}
