package io.gleamflow.local;

import io.gleamflow.connector.SourceException;
import io.gleamflow.connector.SourceFiles;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.PlanOptions;
import io.gleamflow.plan.Planner;
import io.gleamflow.plan.SourceFile;
import io.gleamflow.plan.UnknownColumnException;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Place;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans flows for this machine: looks at its files and cores. */
public final class LocalPlans {

    private LocalPlans() {}

    /**
     * The plan a run would follow; nothing is started.
     *
     * @throws FailureException when a source has no files to read
     */
    public static Plan plan(Flow flow, RunOptions options) throws FailureException {
        Map<Place, List<SourceFile>> files = new HashMap<>();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof SourceStep.Read read) {
                    files.put(read.head().place(), find(read, options.baseDirectory()));
                }
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        try {
            return Planner.plan(flow, new PlanOptions(options.partitions(), cores, files));
        } catch (UnknownColumnException e) {
            throw new FailureException(
                    Failure.of(Blame.DATA, e.column().place(), flow.name(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Refuses what has bytes and no size: files that the system makes when they are read. */
    private static long size(Path file, String shown) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            try (InputStream in = Files.newInputStream(file)) {
                if (in.read() >= 0) {
                    throw new SourceException(shown + " does not say how long it is; read it with {command: cat …}");
                }
            }
        }
        return size;
    }

    private static List<SourceFile> find(SourceStep.Read read, Path base) throws FailureException {
        List<SourceFile> found = new ArrayList<>();
        for (Text path : read.paths()) {
            try {
                for (Path file : SourceFiles.find(base, path.value())) {
                    String shown = (file.startsWith(base) ? base.relativize(file) : file).toString();
                    found.add(new SourceFile(file.toString(), size(file, shown)));
                }
            } catch (IOException e) {
                throw MissingFiles.failure(read, path, e);
            }
        }
        return found;
    }
}
