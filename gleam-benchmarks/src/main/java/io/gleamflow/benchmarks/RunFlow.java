package io.gleamflow.benchmarks;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.report.RunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Runs one flow without Maven, in the working directory, for scripts that measure.
 *
 * <pre>java -Xmx64m -cp … io.gleamflow.benchmarks.RunFlow DESCRIPTOR [PARTITIONS [MEMORY [RUNTIME]]]</pre>
 *
 * <p>{@code MEMORY} is in bytes; a {@code -} stands for what would be without the argument. What the flow prints goes to
 * standard output, each output with its rows and bytes to standard error. The exit status is 1 when the flow is wrong or
 * fails.
 */
public final class RunFlow {

    private static final String NOTHING = "-";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final String[] arguments;

    private RunFlow(String[] arguments) {
        this.arguments = arguments.clone();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("DESCRIPTOR [PARTITIONS [MEMORY [RUNTIME]]]");
        }
        System.exit(new RunFlow(arguments).run());
    }

    private int run() throws IOException, InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        Path build = here.resolve("target");
        LuaChoice lua = new LuaChoice(argument(3).map(RunFlow::runtime), "luajit");
        Map<String, String> maven = Map.of("project.build.directory", build.toString());
        Gleam gleam = new Gleam(new Project(here, build.resolve("out"), build, lua, Map.of(), maven));
        Optional<Integer> partitions = argument(1).map(Integer::valueOf);
        Optional<Long> memory = argument(2).map(Long::valueOf);
        Tuning tuning = new Tuning(
                partitions.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                memory.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        try {
            Flow flow = gleam.load(Path.of(arguments[0])).flow();
            RunReport report = gleam.run(flow, tuning, (step, line) -> out.println(line));
            for (RunReport.Output output : report.outputs()) {
                err.println(output.path() + ": " + output.rows() + " rows, " + output.bytes() + " bytes");
            }
            return 0;
        } catch (InvalidFlowException e) {
            e.problems().forEach(problem -> err.println(problem));
        } catch (FailureException e) {
            err.println(e.failure());
            e.failure().details().forEach(err::println);
        }
        return 1;
    }

    private Optional<String> argument(int index) {
        return index < arguments.length && !arguments[index].equals(NOTHING)
                ? Optional.of(arguments[index])
                : Optional.empty();
    }

    private static LuaRuntime runtime(String word) {
        return LuaRuntime.named(word).orElseThrow(() -> new IllegalArgumentException("there is no runtime " + word));
    }
}
