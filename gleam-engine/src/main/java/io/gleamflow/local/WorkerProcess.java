package io.gleamflow.local;

import io.gleamflow.process.Child;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.worker.TaskCodec;
import io.gleamflow.worker.TaskSpec;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The engine's side of a worker. One thread may write to it while another reads. */
final class WorkerProcess {

    private final WorkerKind kind;
    private final Child child;
    private final AtomicReference<Consumer<String>> listener;
    private final FrameOutput out;
    private final FrameInput in;

    /** @param listener hears what the worker writes for people */
    WorkerProcess(WorkerKind kind, Child child, AtomicReference<Consumer<String>> listener) {
        this.kind = kind;
        this.child = child;
        this.listener = listener;
        this.out = new FrameOutput(child.stdin());
        this.in = new FrameInput(
                child.stdout(), kind.longestRow() * 2L > Integer.MAX_VALUE ? Integer.MAX_VALUE : kind.longestRow() * 2);
    }

    WorkerKind kind() {
        return kind;
    }

    Child child() {
        return child;
    }

    /** Lets someone else hear what it writes from now on. */
    void listen(Consumer<String> errors) {
        if (listener.getAndSet(errors) instanceof HeldLines held) {
            held.to(errors);
        }
    }

    FrameInput in() {
        return in;
    }

    void send(TaskSpec task) {
        try {
            out.control(TaskCodec.write(task));
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    /** Lets go of a worker that has said all it will. */
    void close() throws IOException {
        out.close();
        child.stdout().close();
    }

    /** Takes the rows of the task sent last. */
    RowSink rows() {
        return new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                try {
                    out.row(bytes, start, end);
                } catch (IOException e) {
                    throw new ReaderGoneException(e);
                }
            }

            @Override
            public void end() {
                try {
                    out.control(Map.of("type", "end"));
                } catch (IOException e) {
                    throw new ReaderGoneException(e);
                }
            }
        };
    }
}
