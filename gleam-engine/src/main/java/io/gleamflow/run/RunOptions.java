package io.gleamflow.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How and where to run, nothing that changes a result.
 *
 * @param partitions asked for from outside; wins over the flow's defaults
 * @param memory bytes the engine may use for rows it sorts or keeps between stages; by default 128 MiB or a quarter of the
 *     heap, whichever is less. What does not fit is kept on disk
 * @param timeout how long the run may last, but for the renames at its end; then it fails
 * @param stageTimeout how long a task may last of which no step has a timeout of its own; then the run fails
 * @param luajit the program for the runtime of that name: a name to be found on the path, or a path
 * @param baseDirectory data paths are relative to it; the working directory of workers
 * @param workDirectory for scripts, rows that wait and outputs that are being made; created, private to the user
 * @param keepsWork whether that directory stays afterwards
 * @param stateDirectory for the journal of publication, the same for all runs of a project
 * @param programs what programs of steps find where they are started
 * @param archives where archives of the classes of workers are kept, of all runs of the user; empty when none are to be used or
 *     made
 * @param workerClassPath jars and directories a worker needs: those of the engine and its dependencies
 */
public record RunOptions(
        OptionalInt partitions,
        OptionalLong memory,
        Optional<Duration> timeout,
        Optional<Duration> stageTimeout,
        String luajit,
        Path baseDirectory,
        Path workDirectory,
        boolean keepsWork,
        Path stateDirectory,
        Programs programs,
        Optional<Path> archives,
        List<Path> workerClassPath) {

    public RunOptions {
        workerClassPath = List.copyOf(workerClassPath);
    }

    /** The same in other directories for work, which is not kept, and state. */
    public RunOptions in(Path work, Path state) {
        return new RunOptions(
                partitions,
                memory,
                timeout,
                stageTimeout,
                luajit,
                baseDirectory,
                work,
                false,
                state,
                programs,
                archives,
                workerClassPath);
    }
}
