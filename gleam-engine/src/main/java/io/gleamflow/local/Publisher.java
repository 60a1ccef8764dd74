package io.gleamflow.local;

import io.gleamflow.connector.Compression;
import io.gleamflow.connector.LineStream;
import io.gleamflow.connector.MembersOutput;
import io.gleamflow.connector.Publication;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.connector.SourceException;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Plan;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the parts that the shards have written and puts all outputs in their places together. */
final class Publisher {

    private final RunOptions options;
    private final OutputFiles files;
    private final Publication publication;
    private final FirstFailure failure;

    /**
     * @param failure of the run, which may still fail until all is ready to be put in its place
     */
    Publisher(RunOptions options, OutputFiles files, Publication publication, FirstFailure failure) {
        this.options = options;
        this.files = files;
        this.publication = publication;
        this.failure = failure;
    }

    List<RunReport.Output> publish(Plan plan) throws FailureException {
        List<RunReport.Output> outputs = new ArrayList<>();
        EngineOperation.Write last = null;
        try {
            for (EngineOperation.Write write : ends(plan, EngineOperation.Write.class)) {
                last = write;
                Map<String, List<OutputFiles.Part>> targets = new LinkedHashMap<>();
                if (write.keys().isEmpty()) {
                    targets.put(write.path().value(), new ArrayList<>());
                }
                for (OutputFiles.Part part : files.parts(write)) {
                    targets.computeIfAbsent(part.target(), key -> new ArrayList<>())
                            .add(part);
                }
                for (Map.Entry<String, List<OutputFiles.Part>> target : targets.entrySet()) {
                    outputs.add(join(write, target.getKey(), target.getValue()));
                }
            }
            failure.rethrow();
            publication.commit();
        } catch (IOException e) {
            if (last == null) {
                throw new IllegalStateException(e);
            }
            String message = e instanceof SourceException ? String.valueOf(e.getMessage()) : e.toString();
            throw new FailureException(Failure.of(Blame.RESOURCES, last.path().place(), last.title(), message), e);
        }
        return outputs;
    }

    private static <T extends EngineOperation> List<T> ends(Plan plan, Class<T> type) {
        return plan.stages().stream()
                .flatMap(stage -> stage.ofEngine().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private RunReport.Output join(EngineOperation.Write write, String path, List<OutputFiles.Part> parts)
            throws IOException {
        Path staged = publication.stage(options.baseDirectory().resolve(path));
        List<RowsOutput.Part> written = parts.stream()
                .map(part -> new RowsOutput.Part(part.file(), part.rows().rows()))
                .toList();
        try (OutputStream out = packed(Files.newOutputStream(staged), path)) {
            RowsOutput.join(EngineSinks.format(write), written, out);
        }
        long rows = written.stream().mapToLong(RowsOutput.Part::rows).sum();
        return new RunReport.Output(path, rows, Files.size(staged));
    }

    private static OutputStream packed(OutputStream out, String path) throws IOException {
        Compression compression = Compression.of(path);
        return compression == Compression.NONE ? out : new MembersOutput(out, compression);
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
