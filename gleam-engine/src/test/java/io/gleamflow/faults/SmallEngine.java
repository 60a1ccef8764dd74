package io.gleamflow.faults;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs one flow in a JVM of its own, which may have little memory: takes a project and a number of shards. */
final class SmallEngine {

    private SmallEngine() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, InvalidFlowException, FailureException {
        Path base = Path.of(arguments[0]);
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        Flow flow = gleam.load(base.resolve("flow.yaml")).flow();
        Tuning tuning = new Tuning(OptionalInt.of(Integer.parseInt(arguments[1])), OptionalLong.empty());
        gleam.run(flow, tuning, RunListener.SILENT);
    }
}
