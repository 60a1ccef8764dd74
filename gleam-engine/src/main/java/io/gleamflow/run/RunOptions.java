package io.gleamflow.run;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * How and where to run, nothing that changes a result.
 *
 * @param partitions asked for from outside; wins over the flow's defaults
 * @param lua which Lua to run
 * @param baseDirectory data paths are relative to it; the working directory of children
 * @param workDirectory for scripts, spills and staged outputs; created, private to the user, emptied afterwards
 * @param stateDirectory for the journal of publication, the same for all runs of a project
 * @param workerClassPath jars and directories a worker needs: those of the engine and its dependencies
 */
public record RunOptions(
        OptionalInt partitions,
        LuaChoice lua,
        Path baseDirectory,
        Path workDirectory,
        Path stateDirectory,
        List<Path> workerClassPath) {

    public RunOptions {
        workerClassPath = List.copyOf(workerClassPath);
    }
}
