package io.gleamflow.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A process that runs {@code flow.yaml} of its directory and tells on its standard output all that a user would see. */
public final class SurroundedRun {

    private SurroundedRun() {}

    /** Takes the runtime of Lua and the number of shards. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Path base = Path.of("").toAbsolutePath();
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(LuaRuntime.valueOf(args[0])), "luajit");
        Map<String, Project.Given> given = Map.of("given", new Project.Given("ä€", "-Dgleam.param.given"));
        Gleam gleam = new Gleam(new Project(base, build, build, lua, given, Map.of()));
        try {
            Gleam.Loaded loaded = gleam.load(base.resolve("flow.yaml"));
            loaded.warnings().forEach(out::println);
            gleam.run(loaded.flow(), Tuning.partitions(Integer.parseInt(args[1])), (step, line) -> out.println(line));
            out.println("done");
        } catch (InvalidFlowException e) {
            out.println("refused " + e.problems());
        } catch (FailureException e) {
            out.println("failed " + e.failure().blame() + " " + e.failure() + " "
                    + e.failure().details());
        }
        System.exit(0);
    }
}
