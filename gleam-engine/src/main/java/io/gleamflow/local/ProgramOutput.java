package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import io.gleamflow.worker.Guard;
import io.gleamflow.worker.StepRejects;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What a program prints in one of the file formats becomes rows. */
final class ProgramOutput {

    private ProgramOutput() {}

    /** Hands on all rows but rejected ones, and not the end; refuses one that has not the columns that {@code as} names. */
    static void read(Head step, FileFormat format, InputStream in, Optional<StepRejects> rejects, RowSink rows)
            throws IOException {
        Formats.reader(format, List.of(), Frames.longestRow(step.memory()), RejectedRecords.to(rejects))
                .read(in, RowPlace.whole("the output of " + step.title()), width(step, rejects, rows));
    }

    /** Refuses or rejects rows that have not the columns that {@code as} names. */
    static RowSink width(Head step, Optional<StepRejects> rejects, RowSink rows) {
        Width width = new Width(step, rows);
        return rejects.<RowSink>map(to -> new Guard(to, width)).orElse(width);
    }

    /** Lets rows through that have as many columns as the step names. */
    private static final class Width implements RowSink {
        private final Head step;
        private final RowSink next;
        private final int names;
        private final RowCursor cursor = new RowCursor();

        Width(Head step, RowSink next) {
            this.step = step;
            this.next = next;
            this.names = step.as().size();
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            if (names != 0 && cursor.width() != names) {
                String message = "a row has " + cursor.width() + (cursor.width() == 1 ? " column" : " columns")
                        + ", and `as` names " + names;
                throw new StepFailedException(step, message, bytes, start, end);
            }
            next.row(bytes, start, end);
        }

        @Override
        public void end() {
            next.end();
        }
    }
}
