package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.Launching;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.Command;
import io.gleamflow.run.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the programs of a run: in the project's directory, with a locale that orders bytes, their errors logged. */
final class Shells {

    private Shells() {}

    /** A shell that runs a file. */
    static Command command(RunContext run, Head step, Launching launching, Path file) {
        return command(run, step, launching, List.of(launching.shell().orElse("sh"), file.toString()));
    }

    /** Any program. */
    static Command command(RunContext run, Head step, Launching launching, List<String> line) {
        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C"));
        Programs programs = run.options().programs();
        environment.putAll(programs.variables());
        environment.putAll(launching.environment());
        Path directory = programs.directory().orElse(run.options().baseDirectory());
        return new Command(step.title(), line, environment, programs.without(), directory);
    }

    /** Where the lines go that a step writes to its standard error. */
    static Consumer<String> errors(RunContext run, Head step) {
        return run.secrets().inPieces(line -> run.log().logged(step.title(), line));
    }

    static Child start(RunContext run, Head step, Command command) throws FailureException {
        return start(run, step, List.of(command), List.of(errors(run, step))).get(0);
    }

    /** Starts several, the output of each the input of the next; that one cannot be started is told at the step. */
    static List<Child> start(RunContext run, Head step, List<Command> commands, List<Consumer<String>> errors)
            throws FailureException {
        try {
            List<Child> started = run.children().start(commands, errors);
            run.figures().launched(started);
            return started;
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            throw new FailureException(Failure.of(Blame.RESOURCES, step.place(), step.title(), message), e);
        }
    }

    /** A file of shell code with the parameters of the flow as variables. */
    static Path script(RunContext run, ShellScript script) throws FailureException, IOException {
        Path file = Files.createTempFile(run.options().workDirectory(), "script-", ".sh");
        script.params(run.flow().params()).write(file);
        return file;
    }
}
