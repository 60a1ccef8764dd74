package io.gleamflow.benchmarks;

import io.gleamflow.EngineClassPath;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.local.WorkerJvm;
import io.gleamflow.local.WorkerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints how the engine starts the JVM of a worker, or of the training that makes an archive of classes: a word a line.
 *
 * <pre>java -cp … io.gleamflow.benchmarks.WorkerLine worker|training [ARCHIVE]</pre>
 *
 * <p>They put temporary files into the working directory. A worker's line ends with its class and an argument, the other one
 * with its class; the class path stands before it.
 */
public final class WorkerLine {

    private static final long MEMORY = 64L << 20;

    private WorkerLine() {}

    public static void main(String[] arguments) {
        WorkerJvm jvm = new WorkerJvm(EngineClassPath.ofWorkers(), Path.of("").toAbsolutePath());
        Optional<Path> archive = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        List<String> line = arguments[0].equals("training")
                ? jvm.training(archive.orElseThrow())
                : jvm.worker(new WorkerKind(LuaRuntime.LUAJ, MEMORY), archive);
        line.forEach(System.out::println);
    }
}
