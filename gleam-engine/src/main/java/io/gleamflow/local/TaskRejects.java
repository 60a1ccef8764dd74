package io.gleamflow.local;

import io.gleamflow.connector.LineNumbers;
import io.gleamflow.flow.Head;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Stage;
import io.gleamflow.script.RejectSink;
import io.gleamflow.worker.RejectedRow;
import io.gleamflow.worker.StepRejects;
import io.gleamflow.worker.TaskStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one task rejects. A step may have several parts, each rejecting on one thread; they are made by one thread, before
 * there are rows, and in the same order for all shards.
 */
final class TaskRejects {

    private final RunContext run;
    private final Stage stage;
    private final int shard;
    private final Position position;
    private final LineNumbers lines = new LineNumbers();
    private final List<Part> parts = new ArrayList<>();
    private final List<Optional<Part>> ofWorker;

    /**
     * @param position of the rows that the engine reads
     */
    TaskRejects(RunContext run, Stage stage, int shard, Position position) {
        this.run = run;
        this.stage = stage;
        this.shard = shard;
        this.position = position;
        List<Optional<Part>> worker = new ArrayList<>();
        for (Operation each : stage.inWorker()) {
            worker.add(each.rejectsRows() ? Optional.of(new Part(each.head(), false)) : Optional.empty());
        }
        this.ofWorker = List.copyOf(worker);
    }

    private final class Part {
        private final Head step;
        private final boolean in;
        private final Optional<RejectWriter> writer;
        private final String name = stage.number() + "." + parts.size();
        private long came;
        private long rejected;
        private String first = "";

        Part(Head step, boolean in) {
            this.step = step;
            this.in = in;
            this.writer = run.rejects().spool(feed(step), in, shard).map(RejectWriter::new);
            parts.add(this);
        }

        void reject(
                String error,
                Optional<String> file,
                OptionalLong line,
                byte[] row,
                int start,
                int end,
                List<String> names) {
            rejected++;
            run.figures().reject();
            String told = run.secrets().hidden(error);
            first = first.isEmpty() ? told : first;
            writer.ifPresent(to -> to.write(step.title(), told, file, line, row, start, end, names));
        }
    }

    private Input.Feed feed(Head step) {
        return new Input.Feed(stage.number(), step.place());
    }

    /**
     * For an operation of the engine.
     *
     * @param in whether it gets rows as they are read, before the body
     */
    StepRejects of(Operation operation, boolean in) {
        boolean isRead = in || !stage.hasBody();
        return part(operation.head(), operation.names(), isRead);
    }

    /** For a step that reads, or hands rows to a program; empty when it leaves no row out. */
    Optional<StepRejects> in(Head step, List<String> names) {
        return step.onError().rejectsRows() ? Optional.of(part(step, names, true)) : Optional.empty();
    }

    /** For a step whose program gives rows; empty when it leaves no row out. */
    Optional<StepRejects> out(Head step) {
        return step.onError().rejectsRows() ? Optional.of(part(step, List.of(), false)) : Optional.empty();
    }

    /**
     * What a program rejects, and whoever hands it rows.
     *
     * @param wantsAll whether rows are looked at that the program does not read, because some may be rejected
     */
    record OfProgram(Optional<StepRejects> in, Optional<StepRejects> out, boolean wantsAll) {}

    /** For programs joined by pipes, or one. */
    OfProgram ofProgram(Head first, List<String> columns, Head last) {
        Optional<StepRejects> in = in(first, columns);
        boolean wantsAll = parts.stream().anyMatch(part -> part.in);
        return new OfProgram(in, out(last), wantsAll);
    }

    private StepRejects part(Head step, List<String> names, boolean isRead) {
        Part part = new Part(step, isRead);
        Position at = isRead ? position : new Position();
        return new StepRejects(step, names, new RejectSink() {
            @Override
            public void came() {
                part.came++;
            }

            @Override
            public void reject(String error, byte[] row, int start, int end, List<String> known) {
                part.reject(error, at.file(), at.line(), row, start, end, known);
            }
        });
    }

    /** Whether somebody wants to know where the rows were read that a worker rejects. */
    boolean wantsPlaces() {
        return ofWorker.stream().flatMap(Optional::stream).anyMatch(part -> part.writer.isPresent());
    }

    /** A worker has rejected a row. */
    void take(RejectedRow row) throws IOException {
        Part part = ofWorker(row.operation());
        part.reject(
                row.error(),
                row.source().map(line -> line.file(run.options().baseDirectory())),
                row.source().map(lines::of).orElse(OptionalLong.empty()),
                row.row(),
                0,
                row.row().length,
                row.names().isEmpty() ? stage.inWorker().get(row.operation()).names() : row.names());
    }

    /** A worker has ended its task. */
    void take(TaskStatus status) throws IOException {
        if (status.came().size() != ofWorker.size()) {
            throw new IOException(
                    "a worker speaks of " + status.came().size() + " operations, and has " + ofWorker.size());
        }
        for (int i = 0; i < ofWorker.size(); i++) {
            long came = status.came().get(i);
            if (ofWorker.get(i).isPresent()) {
                ofWorker.get(i).get().came += came;
            }
        }
    }

    private Part ofWorker(int operation) throws IOException {
        if (operation < 0 || operation >= ofWorker.size()) {
            throw new IOException("a worker speaks of operation " + operation + ", which it has not");
        }
        return ofWorker.get(operation)
                .orElseThrow(() -> new IOException("a worker rejects rows of operation " + operation));
    }

    /** The task has ended well. */
    void end() {
        run.rejects().end(stage.number(), shard);
        for (Part part : parts) {
            run.rejects().add(part.step, part.name, shard, part.came, part.rejected, part.first);
        }
    }
}
