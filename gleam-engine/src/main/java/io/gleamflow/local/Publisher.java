package io.gleamflow.local;

import io.gleamflow.connector.LineStream;
import io.gleamflow.connector.Publication;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.Head;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins the parts that the shards have written and puts all outputs in their places together. */
final class Publisher {

    private final RunContext run;
    private final OutputFiles files;

    /** Whose output is made ready. */
    private Optional<Head> atWork = Optional.empty();

    /** Of a run that may still fail, until all is ready to be put in its place. */
    Publisher(RunContext run, OutputFiles files) {
        this.run = run;
        this.files = files;
    }

    /** All outputs beside their places. */
    private record Staged(Publication publication, Map<Path, RunReport.Output> outputs) {

        /** As they are when some were there already. */
        List<RunReport.Output> published(Set<Path> unchanged) {
            List<RunReport.Output> published = new ArrayList<>();
            for (Map.Entry<Path, RunReport.Output> each : outputs.entrySet()) {
                published.add(published(each.getValue(), unchanged.contains(each.getKey())));
            }
            return List.copyOf(published);
        }

        private static RunReport.Output published(RunReport.Output output, boolean unchanged) {
            return new RunReport.Output(
                    output.path(), output.rows(), output.bytes(), output.step(), unchanged, output.sha256());
        }
    }

    /** What cannot be made ready is made ready once more, all of it, when the {@code write} that failed asks for that. */
    List<RunReport.Output> publish(Plan plan) throws FailureException, IOException, InterruptedException {
        List<EngineOperation.Write> writes = ends(plan, EngineOperation.Write.class);
        Staged staged;
        try {
            staged = writes.isEmpty()
                    ? staged(writes)
                    : attempts(writes.get(0).head()).make(attempt -> staged(writes));
        } catch (FailureException e) {
            // when the time of the run is over, that was why
            run.failure().rethrow();
            throw e;
        }
        try (Publication publication = staged.publication()) {
            run.failure().rethrow();
            return staged.published(publication.commit());
        } catch (IOException e) {
            if (writes.isEmpty()) {
                throw e;
            }
            throw failed(writes.get(writes.size() - 1), e);
        }
    }

    /** At making all ready; the first step is to blame for what fails before any is at work. */
    private Attempts attempts(Head first) {
        Path base = run.options().baseDirectory();
        return Attempts.among(() -> atWork.orElse(first), base, run.failure(), run.deadlines(), run.log());
    }

    private Staged staged(List<EngineOperation.Write> writes) throws FailureException, IOException {
        Publication publication = Publication.open(run.options().stateDirectory());
        try {
            Map<Path, RunReport.Output> outputs = new LinkedHashMap<>();
            for (EngineOperation.Write write : writes) {
                atWork = Optional.of(write.head());
                stage(write, publication, outputs);
            }
            return new Staged(publication, outputs);
        } catch (FailureException | RuntimeException e) {
            try (publication) {
                throw e;
            }
        }
    }

    private void stage(EngineOperation.Write write, Publication publication, Map<Path, RunReport.Output> outputs)
            throws FailureException {
        Map<String, List<OutputFiles.Part>> targets = new LinkedHashMap<>();
        if (write.keys().isEmpty()) {
            targets.put(write.path().value(), new ArrayList<>());
        }
        for (OutputFiles.Part part : files.parts(write)) {
            targets.computeIfAbsent(part.target(), key -> new ArrayList<>()).add(part);
        }
        try {
            for (Map.Entry<String, List<OutputFiles.Part>> target : targets.entrySet()) {
                Path staged = publication.stage(run.options().baseDirectory().resolve(target.getKey()));
                outputs.put(staged, join(write, target.getKey(), staged, target.getValue()));
            }
        } catch (IOException e) {
            throw failed(write, e);
        }
    }

    private static FailureException failed(EngineOperation.Write write, IOException e) {
        String message = e instanceof SourceException ? String.valueOf(e.getMessage()) : e.toString();
        return new FailureException(Failure.of(Blame.RESOURCES, write.path().place(), write.title(), message), e);
    }

    private static <T extends EngineOperation> List<T> ends(Plan plan, Class<T> type) {
        List<T> ends = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            for (Operation operation : stage.ofEngine()) {
                if (type.isInstance(operation)) {
                    ends.add(type.cast(operation));
                }
            }
        }
        return List.copyOf(ends);
    }

    private RunReport.Output join(EngineOperation.Write write, String path, Path staged, List<OutputFiles.Part> parts)
            throws IOException {
        List<RowsOutput.Part> written = new ArrayList<>();
        long rows = 0;
        for (OutputFiles.Part part : parts) {
            written.add(new RowsOutput.Part(part.file(), part.rows().rows()));
            rows += part.rows().rows();
        }
        String digest;
        if (!parts.isEmpty() && parts.get(0).beginning().isPresent()) {
            Beginning beginning = parts.get(0).beginning().get();
            digest = beginning.end(written.get(0).rows(), written.subList(1, written.size()));
            beginning.moveTo(staged);
        } else {
            digest = new Beginning(staged, path, EngineSinks.format(write), run.failure()).end(0, written);
        }
        return new RunReport.Output(path, rows, Files.size(staged), write.head().place(), false, digest);
    }

    /** Shows what {@code print} has gathered, in the order of the descriptor and of the rows. */
    static void print(Plan plan, OutputFiles files, RunListener log) throws IOException {
        for (EngineOperation.Print print : ends(plan, EngineOperation.Print.class)) {
            for (OutputFiles.Part part : files.parts(print)) {
                print(part, print.title(), log);
            }
        }
    }

    private static void print(OutputFiles.Part part, String title, RunListener log) throws IOException {
        try (InputStream in = Files.newInputStream(part.file())) {
            LineStream.read(
                    in,
                    Integer.MAX_VALUE / 2,
                    (bytes, start, end) ->
                            log.logged(title, new String(bytes, start, end - start, StandardCharsets.UTF_8)));
        }
    }
}
