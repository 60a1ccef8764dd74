package io.gleamflow;

import io.gleamflow.connector.SourceFiles;
import io.gleamflow.connector.SourceHeader;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into the files that a flow reads for the names of their columns. */
final class SourceColumns {

    private final Path base;
    private final Problems problems;
    private boolean any;

    private SourceColumns(Path base, Problems problems) {
        this.base = base;
        this.problems = problems;
    }

    /**
     * The flow with the names that the first file of each {@code read} tells; empty when none tells any that are not known.
     * What is not there yet tells none; a file that cannot be understood is a problem.
     */
    static Optional<Flow> found(Flow flow, Path base, Problems problems) {
        SourceColumns columns = new SourceColumns(base, problems);
        List<Dataset> datasets = new ArrayList<>();
        for (Dataset dataset : flow.datasets()) {
            List<Step> steps = new ArrayList<>();
            for (Step step : dataset.steps()) {
                steps.add(columns.found(step));
            }
            datasets.add(new Dataset(dataset.name(), dataset.place(), steps));
        }
        return columns.any ? Optional.of(flow.with(datasets)) : Optional.empty();
    }

    private Step found(Step step) {
        if (!(step instanceof SourceStep.Read read) || !read.found().isEmpty()) {
            return step;
        }
        List<String> names = names(read);
        if (names.isEmpty()) {
            return step;
        }
        any = true;
        return new SourceStep.Read(read.head(), read.paths(), read.format(), read.withFile(), names);
    }

    private List<String> names(SourceStep.Read read) {
        String first = read.paths().get(0).value();
        Path file;
        try {
            file = SourceFiles.find(base, first).get(0);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // the check of paths tells of it
            return List.of();
        }
        if (!Files.isRegularFile(file)) {
            // a pipe would be waited for, and is refused when it is to be read
            return List.of();
        }
        try {
            String shown = (file.startsWith(base) ? base.relativize(file) : file).toString();
            return SourceHeader.of(
                    file, shown, read.format(), Frames.longestRow(read.head().memory()));
        } catch (IOException e) {
            problems.add(Problem.error(read.paths().get(0).place(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
