package io.gleamflow.local;

import io.gleamflow.connector.RowsOutput;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import java.io.IOException;
import java.util.Optional;

/** Writes rows to a file and hands them on. */
final class FileEnd implements RowSink {

    private final Head head;
    private final RowsOutput file;
    private final RowSink next;

    FileEnd(Head head, RowsOutput file, RowSink next) {
        this.head = head;
        this.file = file;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        write(file, head, bytes, start, end);
        next.row(bytes, start, end);
    }

    @Override
    public Optional<TextSink> lines(LineColumns columns) {
        return file.takesLines() ? next.lines(columns).map(this::text) : Optional.empty();
    }

    private TextSink text(TextSink behind) {
        return (bytes, start, end, lines) -> {
            try {
                file.text(bytes, start, end, lines);
            } catch (IOException e) {
                throw failed(head, e);
            }
            behind.text(bytes, start, end, lines);
        };
    }

    /** Writes a row, or says what is wrong with it. */
    static void write(RowsOutput file, Head head, byte[] bytes, int start, int end) {
        try {
            String wrong = file.write(bytes, start, end);
            if (!wrong.isEmpty()) {
                throw new StepFailedException(head, wrong, bytes, start, end);
            }
        } catch (IOException e) {
            throw failed(head, e);
        }
    }

    /** What cannot be written is told at the end, whatever step it stands behind. */
    static Stopped failed(Head head, IOException e) {
        return new Stopped(
                new FailureException(Failure.of(Blame.RESOURCES, head.place(), head.title(), e.toString()), e));
    }

    @Override
    public void end() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(head, e);
        }
        next.end();
    }
}
