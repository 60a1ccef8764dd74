package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.plan.Operation;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.wire.Frames;
import io.gleamflow.wire.RowBytes;
import io.gleamflow.wire.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs a chain of operations on rows in either worker, without the planner. */
enum WorkerRunner {
    JVM {
        @Override
        byte[] answer(byte[] sent) throws IOException, InterruptedException {
            FrameInput in = new FrameInput(new ByteArrayInputStream(sent), Frames.LARGEST_ROW);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            in.next();
            TaskSpec spec = TaskCodec.read(new Control(in.control()));
            FrameOutput out = new FrameOutput(answer);
            TaskStatus[] status = new TaskStatus[1];
            // a stack as large as a worker's
            Thread thread = new Thread(
                    null,
                    () -> status[0] = new Task(spec, in, out, OptionalLong.of(0)).run((b, at, n) -> {}),
                    "lua",
                    STACK);
            thread.start();
            thread.join();
            out.control(status[0].toMap());
            return answer.toByteArray();
        }
    },
    LUAJIT {
        @Override
        byte[] answer(byte[] sent) throws IOException, InterruptedException {
            Path input = Files.createTempFile("gleam-sent", "");
            Path output = Files.createTempFile("gleam-answer", "");
            try {
                Files.write(input, sent);
                Process process;
                try {
                    process = new ProcessBuilder("luajit", MAIN.toString())
                            .redirectInput(input.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
                } catch (IOException e) {
                    Assumptions.abort("luajit is not installed");
                    return new byte[0];
                }
                if (!process.waitFor(MINUTE, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IOException("luajit does not end");
                }
                return Files.readAllBytes(output);
            } finally {
                Files.delete(input);
                Files.delete(output);
            }
        }
    };

    static final Place FLOW = new Place("flow.yaml", 1, 1);

    private static final Path MAIN =
            Path.of("src/main/resources/io/gleamflow/worker/luajit/main.lua").toAbsolutePath();
    private static final long STACK = 64L << 20;
    private static final int MINUTE = 60;

    /** What the worker writes for what it reads. */
    abstract byte[] answer(byte[] sent) throws IOException, InterruptedException;

    private LuaRuntime runtime() {
        return this == JVM ? LuaRuntime.LUAJ : LuaRuntime.LUAJIT;
    }

    /** Runs operations; skips the test where there is no luajit and it would be needed. */
    Outcome run(List<List<Value>> rows, List<LuaText> functions, Operation... operations) throws Exception {
        return outcome(answer(new TaskInput.Frames(), bytes(rows), functions, operations));
    }

    /** Runs operations on the lines of files. */
    Outcome runLines(List<FilePiece> pieces, Operation... operations) throws Exception {
        return outcome(answer(new TaskInput.Lines(Given.head("read"), pieces), List.of(), List.of(), operations));
    }

    /** Runs operations, which must not fail, on rows that may be written in any way, and returns the rows as they are. */
    List<byte[]> runBytes(List<byte[]> rows, Operation... operations) throws Exception {
        FrameInput in = answer(new TaskInput.Frames(), rows, List.of(), operations);
        List<byte[]> answered = new ArrayList<>();
        while (in.next() == FrameInput.Next.ROW) {
            answered.add(Arrays.copyOfRange(in.bytes(), in.start(), in.end()));
        }
        assertThat(TaskStatus.of(in.control()).failure()).isEmpty();
        return answered;
    }

    private static List<byte[]> bytes(List<List<Value>> rows) {
        return rows.stream().map(RowBytes::of).toList();
    }

    private FrameInput answer(TaskInput input, List<byte[]> rows, List<LuaText> functions, Operation... operations)
            throws Exception {
        TaskSpec spec = new TaskSpec(runtime(), FLOW, Map.of(), functions, List.of(operations), input, 8 << 20);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        FrameOutput out = new FrameOutput(sent);
        out.control(TaskCodec.write(spec));
        for (byte[] row : rows) {
            out.row(row, 0, row.length);
        }
        if (input instanceof TaskInput.Frames) {
            out.control(Map.of("type", "end"));
        }
        return new FrameInput(new ByteArrayInputStream(answer(sent.toByteArray())), Frames.LARGEST_ROW);
    }

    private static Outcome outcome(FrameInput in) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        while (in.next() == FrameInput.Next.ROW) {
            rows.add(ValueCodec.readRow(in.bytes(), in.start(), in.end()));
        }
        return Outcome.of(rows, TaskStatus.of(in.control()));
    }
}
