package io.gleamflow.local;

import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.plan.EngineOperation;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What the ends of a flow have written, in the run's directory: for each end some parts for each shard. Thread-safe. */
final class OutputFiles implements Closeable {

    private final Path directory;
    private final FirstFailure failure;
    private final boolean onceOnly;
    /** By the ends themselves: no two of a plan are one, and comparing what they consist of takes long. */
    private final IdentityHashMap<EngineOperation, List<List<Part>>> parts = new IdentityHashMap<>();

    private final AtomicInteger begun = new AtomicInteger();

    /**
     * None yet.
     *
     * @param onceOnly whether outputs are made of their parts once; otherwise that may be done again, after a failure
     */
    OutputFiles(Path directory, FirstFailure failure, boolean onceOnly) {
        this.directory = directory;
        this.failure = failure;
        this.onceOnly = onceOnly;
    }

    /**
     * What one shard has written for one output.
     *
     * @param target the path of the output; empty for what is shown
     * @param beginning the output itself, when this is its first part
     */
    record Part(String target, Path file, RowsOutput rows, Optional<Beginning> beginning) {}

    /** Says that an end will write parts in so many shards. */
    synchronized void expect(EngineOperation end, int shards) {
        parts.computeIfAbsent(end, key -> {
            List<List<Part>> all = new ArrayList<>();
            for (int i = 0; i < shards; i++) {
                all.add(Collections.synchronizedList(new ArrayList<>()));
            }
            return all;
        });
    }

    private synchronized List<List<Part>> of(EngineOperation end) {
        List<List<Part>> all = parts.get(end);
        if (all == null) {
            throw new IllegalStateException("no task of " + end.title() + " was built");
        }
        return all;
    }

    /** Begins a part; whoever asks closes it. */
    RowsOutput begin(EngineOperation end, int shard, String target, RowFormat format) throws IOException {
        Path file = directory.resolve("part-" + begun.getAndIncrement() + ".rows");
        boolean isFirst = shard == 0
                && end instanceof EngineOperation.Write write
                && write.keys().isEmpty();
        Optional<Beginning> beginning =
                onceOnly && isFirst ? Optional.of(new Beginning(file, target, format, failure)) : Optional.empty();
        OutputStream out = beginning.isPresent()
                ? beginning.get().rows()
                : Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        RowsOutput rows = new RowsOutput(out, format);
        of(end).get(shard).add(new Part(target, file, rows, beginning));
        return rows;
    }

    /** Forgets what one shard has written. */
    void discard(EngineOperation end, int shard) throws IOException {
        List<Part> parts = of(end).get(shard);
        List<Part> forgotten = List.copyOf(parts);
        parts.clear();
        for (Part part : forgotten) {
            try {
                part.rows().close();
            } catch (IOException e) {
                // what cannot be written was why
            }
            Files.deleteIfExists(part.file());
        }
    }

    /** The parts of an end, in the order of shards and of rows. */
    List<Part> parts(EngineOperation end) {
        List<Part> all = new ArrayList<>();
        for (List<Part> shard : of(end)) {
            all.addAll(List.copyOf(shard));
        }
        return List.copyOf(all);
    }

    /** After a failure some parts are still open, and their bytes would stay on disk as long as this JVM. */
    @Override
    public synchronized void close() throws IOException {
        List<Closeable> open = new ArrayList<>();
        for (List<List<Part>> shards : parts.values()) {
            for (List<Part> shard : shards) {
                // a copy: a task that has not ended in time may begin another part
                for (Part part : List.copyOf(shard)) {
                    open.add(part.rows()::abandon);
                    part.beginning().ifPresent(beginning -> open.add(beginning::abandon));
                }
            }
        }
        closeAll(open);
    }

    private static void closeAll(List<Closeable> open) throws IOException {
        IOException first = null;
        for (Closeable each : open) {
            try {
                each.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
