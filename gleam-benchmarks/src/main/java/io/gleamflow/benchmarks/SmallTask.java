package io.gleamflow.benchmarks;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.problem.Place;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.worker.TaskCodec;
import io.gleamflow.worker.TaskInput;
import io.gleamflow.worker.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes to standard output what the engine sends to a worker that is to map the lines of a file, for scripts that measure how
 * a worker starts.
 *
 * <pre>java -cp … io.gleamflow.benchmarks.SmallTask FILE | java -cp … io.gleamflow.worker.WorkerMain 1048576</pre>
 */
public final class SmallTask {

    private static final int LONGEST_ROW = 1 << 20;

    private SmallTask() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Place place = Place.of("small.yaml");
        Head head = Head.of("map", place, Optional.empty(), List.of());
        LuaText upper = new LuaText("line:upper()", place, 1, false, true);
        Operation map = new LuaOperation.Script(
                LuaOperation.Kind.MAP, head, upper, Columns.named("line"), List.of(), List.of());
        TaskInput lines = new TaskInput.Lines(head, List.of(FilePiece.whole(file.toString(), Files.size(file))));
        TaskSpec task = new TaskSpec(LuaRuntime.LUAJ, place, Map.of(), List.of(), List.of(map), lines, LONGEST_ROW);
        FrameOutput out = new FrameOutput(System.out);
        out.control(TaskCodec.write(task));
        out.flush();
    }
}
