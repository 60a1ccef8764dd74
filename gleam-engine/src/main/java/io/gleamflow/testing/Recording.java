package io.gleamflow.testing;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.RecordedRows;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.Secrets;
import io.gleamflow.row.Value;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Takes the first rows of the real sources of a flow, so that a test can be made of them. */
public final class Recording {

    private final FlowRunner runner;
    private final RunOptions options;

    /** With what runs flows. */
    public Recording(FlowRunner runner, RunOptions options) {
        this.runner = runner;
        this.options = options;
    }

    /**
     * The first rows of each source, before its {@code types} have been looked at, since those of the test will be as well.
     *
     * @param wanted datasets whose sources are asked
     * @param rows how many of each, at most
     * @param directory exists, and is private
     * @throws FailureException when a source cannot be read, or a row has a secret of the flow in it
     */
    public List<RecordedRows> sources(
            Flow flow, Collection<String> wanted, long rows, Path directory, RunListener listener)
            throws FailureException, IOException, InterruptedException {
        List<Dataset> sources = Rehearsal.of(flow, directory).only(wanted).flow().datasets().stream()
                .filter(dataset -> !dataset.steps().isEmpty()
                        && Rehearsal.isReal(dataset.steps().get(0)))
                .map(dataset -> new Dataset(
                        dataset.name(),
                        dataset.place(),
                        List.of(bare(dataset.steps().get(0)))))
                .toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        Rehearsal rehearsal = Rehearsal.of(flow.with(sources), directory).limited(rows);
        for (Dataset source : sources) {
            rehearsal = rehearsal.catching(source.name());
        }
        Rehearsed rehearsed = rehearsal.run(runner, options, listener);
        Secrets secrets = Secrets.of(flow);
        List<RecordedRows> recorded = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Dataset source = sources.get(i);
            Rehearsed.Rows caught = rehearsed.rows(i, rows);
            refuseSecrets(source, caught, secrets);
            recorded.add(recorded(source, caught));
        }
        return recorded;
    }

    /** The source without what is done to its rows. */
    private static Step bare(Step source) {
        Head head = source.head();
        OnError onError = head.onError() instanceof OnError.Retry ? head.onError() : OnError.fail();
        Head bare = new Head(
                head.verb(),
                head.place(),
                head.name(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                head.runtime(),
                OptionalLong.empty(),
                false,
                head.onError().rejectsRows() ? new OnError.Skip() : onError,
                head.timeout(),
                head.cache());
        if (source instanceof SourceStep.Read read) {
            return new SourceStep.Read(bare, read.paths(), read.format(), read.withFile(), read.found());
        } else if (source instanceof SourceStep.Command command) {
            return new SourceStep.Command(bare, command.code(), command.launching(), command.format());
        }
        SourceStep.Socket socket = (SourceStep.Socket) source;
        return new SourceStep.Socket(bare, socket.host(), socket.port(), socket.format());
    }

    private static void refuseSecrets(Dataset source, Rehearsed.Rows caught, Secrets secrets) throws FailureException {
        boolean secret = caught.first().stream()
                .flatMap(List::stream)
                .map(CellMatch::json)
                .anyMatch(text -> !secrets.hidden(text).equals(text));
        if (secret) {
            String message = "the rows of `" + source.name() + "` have the value of a secret parameter in them; nothing"
                    + " was recorded";
            Head head = source.steps().get(0).head();
            throw new FailureException(Failure.of(Blame.DATA, head.place(), head.title(), message));
        }
    }

    private static RecordedRows recorded(Dataset source, Rehearsed.Rows caught) {
        List<List<ExpectedUpdate.Written>> rows = caught.first().stream()
                .map(row -> row.stream().map(value -> RightRows.of(value, true)).toList())
                .toList();
        boolean plain = caught.first().stream()
                .flatMap(List::stream)
                .allMatch(value -> value instanceof Value.Nil || value instanceof Value.Str);
        boolean lines = caught.columns().names().equals(List.of("line"));
        boolean text = kinds(source.steps().get(0))
                .allMatch(kind -> kind != FileFormat.Kind.JSON
                        && kind != FileFormat.Kind.JSONL
                        && kind != FileFormat.Kind.MSGPACK);
        return new RecordedRows(source.name(), caught.columns().names(), plain && text && !lines, rows);
    }

    private static Stream<FileFormat.Kind> kinds(Step source) {
        if (source instanceof SourceStep.Read read) {
            return Stream.of(read.format().kind());
        }
        return source instanceof SourceStep.Command command
                ? Stream.of(command.format().kind())
                : Stream.of(((SourceStep.Socket) source).format().kind());
    }
}
