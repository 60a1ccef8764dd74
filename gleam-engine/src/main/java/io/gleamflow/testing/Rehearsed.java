package io.gleamflow.testing;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Flow;
import io.gleamflow.report.RunReport;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.wire.ValueCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a rehearsal has done, as long as its directory is there. */
public final class Rehearsed {

    private final Flow flow;
    private final RunReport report;
    private final List<Rehearsal.Spot> spots;
    private final Path directory;

    Rehearsed(Flow flow, RunReport report, List<Rehearsal.Spot> spots, Path directory) {
        this.flow = flow;
        this.report = report;
        this.spots = List.copyOf(spots);
        this.directory = directory;
    }

    static Path file(Path directory, int number) {
        return directory.resolve("caught").resolve(number + ".msgpack");
    }

    /** Of the run, with a file for each place where rows were caught among its outputs. */
    public RunReport report() {
        return report;
    }

    /** Rows that came by somewhere: how many, and the first of them. */
    public record Rows(Columns columns, long count, List<List<Value>> first) {
        public Rows {
            first = List.copyOf(first);
        }
    }

    /** The rows at a place where they were caught, of which at most so many are read into memory. */
    public Rows rows(Rehearsal.Spot spot, long most) throws IOException {
        return rows(spots.indexOf(spot), most);
    }

    /** The same at the place that was asked for so many places after the first. */
    Rows rows(int place, long most) throws IOException {
        int number = spots.indexOf(spots.get(place));
        First first = new First(most);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(directory, number)))) {
            Formats.reader(FileFormat.of(FileFormat.Kind.MSGPACK), List.of(), Integer.MAX_VALUE - 8)
                    .read(in, RowPlace.whole("rows"), first);
        }
        return new Rows(FlowColumns.behind(flow, spots.get(number)), first.count, first.rows);
    }

    private static final class First implements RowSink {
        private final long most;
        private final List<List<Value>> rows = new ArrayList<>();
        private long count;

        First(long most) {
            this.most = most;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            if (count++ < most) {
                rows.add(ValueCodec.readRow(bytes, start, end));
            }
        }

        @Override
        public void end() {}
    }
}
