package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a program prints in one of the file formats becomes rows. */
final class ProgramOutput {

    private ProgramOutput() {}

    /** Hands on all rows, but not the end; refuses one that has not the columns that {@code as} names. */
    static void read(Head step, FileFormat format, InputStream in, RowSink rows) throws IOException {
        Formats.reader(format, List.of(), Frames.longestRow(step.memory()))
                .read(in, RowPlace.whole("the output of " + step.title()), new Width(step, rows));
    }

    /** Lets rows through that have as many columns as the step names. */
    static final class Width implements RowSink {
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
