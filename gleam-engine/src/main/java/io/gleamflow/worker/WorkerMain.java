package io.gleamflow.worker;

import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A worker process: tasks and rows come in on stdin, rows and the status of each task go out on stdout, lines for people on
 * stderr. It ends with its input, and when the process that started it has ended.
 */
public final class WorkerMain {

    /** The variable that names the process which started the worker. */
    public static final String PARENT = "GLEAM_PARENT";

    /** What a worker exits with when its parent has gone. */
    private static final int ORPHANED = 70;

    private static final int BROKEN = 71;

    /** Scripts may recurse deeply, but so that the stack is used up before the heap. */
    private static final long STACK = 64L << 20;

    private WorkerMain() {}

    /** Takes one argument, the most bytes a row may have. */
    public static void main(String[] args) {
        int longestRow = Integer.parseInt(args[0]);
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // stdout belongs to the frames alone, whatever a library prints
        System.setOut(err);
        System.setIn(InputStream.nullInputStream());
        dieWithParent();
        // a class, since lambdas of a start that is not the training's are in no archive
        Runnable work = new Runnable() {
            @Override
            public void run() {
                Runtime.getRuntime().halt(serve(in, out, err, longestRow));
            }
        };
        thread(work).start();
    }

    /** One that has the stack that scripts need. */
    static Thread thread(Runnable work) {
        Thread lua = new Thread(null, work, "lua", STACK);
        lua.setDaemon(false);
        return lua;
    }

    /** Ends this process when the one that started it has ended. */
    static void dieWithParent() {
        String expected = System.getenv(PARENT);
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        if (expected == null) {
            return;
        }
        if (parent == null || parent.pid() != Long.parseLong(expected)) {
            Runtime.getRuntime().halt(ORPHANED);
            return;
        }
        CompletableFuture<Void> unused =
                parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
    }

    /** Does one task after the other, and returns what to exit with. */
    static int serve(InputStream stdin, OutputStream stdout, PrintStream err, int longestRow) {
        FrameInput in = new FrameInput(stdin, longestRow + (1 << 20));
        FrameOutput out = new FrameOutput(stdout);
        try {
            // the first task pays for the start of the process
            OptionalLong cpu = OptionalLong.of(0);
            while (in.next() != FrameInput.Next.END_OF_FILE) {
                TaskSpec spec = TaskCodec.read(new Control(in.control()));
                TaskStatus status = new Task(spec, in, out, cpu).run(err::write);
                cpu = WorkerUse.cpu();
                out.control(status.toMap());
                if (status.failure().isPresent()) {
                    return 0;
                }
            }
            return 0;
        } catch (IOException | RuntimeException | Error e) {
            err.println(e);
            return BROKEN;
        } finally {
            err.flush();
        }
    }
}
