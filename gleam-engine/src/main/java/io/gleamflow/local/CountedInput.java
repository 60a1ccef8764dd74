package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.util.Optional;

/** The rows of a task, counted as they are handed on. */
record CountedInput(ShardRows input, TaskFigures.Flowed counts, boolean isOfFiles) implements ShardRows {

    @Override
    public void awaitReady() throws IOException {
        input.awaitReady();
    }

    @Override
    public void awaitAll() throws IOException {
        input.awaitAll();
    }

    @Override
    public void into(RowSink sink) throws IOException {
        input.into(new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                if (isOfFiles) {
                    counts.row();
                } else {
                    counts.row(end - start);
                }
                sink.row(bytes, start, end);
            }

            @Override
            public void end() {
                sink.end();
            }
        });
    }

    @Override
    public boolean intoText(TextSink sink) throws IOException {
        return input.intoText((bytes, start, end, lines) -> {
            counts.rows(lines);
            sink.text(bytes, start, end, lines);
        });
    }

    @Override
    public TaskInput forWorker() throws IOException {
        return input.forWorker();
    }

    @Override
    public boolean isLocated() {
        return input.isLocated();
    }

    @Override
    public Position position() {
        return input.position();
    }

    @Override
    public Optional<String> where(long number) {
        return input.where(number);
    }
}
