package io.gleamflow.freshness;

import io.gleamflow.connector.SourceFiles;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a flow reads, as far as its descriptor names them: those of {@code read}, and files of the project that
 * are words of shell code or arguments of programs.
 */
final class InputFiles {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'\"`|;&<>()=]+");

    private final Path base;
    private final Set<Path> written = new HashSet<>();
    private final Map<String, Path> files = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<Path> searched = new TreeSet<>();
    private final Set<Path> words = new TreeSet<>();

    private InputFiles(Path base) {
        this.base = base;
    }

    static InputFiles of(Flow flow, Path base) {
        InputFiles inputs = new InputFiles(base);
        List<Step> steps = new ArrayList<>();
        for (Dataset dataset : flow.datasets()) {
            steps.addAll(dataset.steps());
        }
        for (Step step : steps) {
            if (step instanceof EndStep.Write write) {
                inputs.written.add(base.resolve(write.path().value()).normalize());
            }
        }
        for (Step step : steps) {
            inputs.add(step);
        }
        return inputs;
    }

    /** By their names for people, in the order of these. */
    Map<String, Path> files() {
        return files;
    }

    /** Why some that should be there are not. */
    List<String> missing() {
        return missing;
    }

    /** The directories below which files are looked for. */
    Set<Path> searched() {
        return searched;
    }

    /** Words of programs that would be files of the project if there were such files. */
    Set<Path> words() {
        return words;
    }

    private void add(Step step) {
        if (step instanceof SourceStep.Read read) {
            for (Text path : read.paths()) {
                find(path);
            }
        } else if (step instanceof SourceStep.Command command) {
            words(command.code().source()).forEach(this::program);
        } else if (step instanceof ProgramStep.Pipe pipe) {
            words(pipe.code().source()).forEach(this::program);
        } else if (step instanceof ProgramStep.PipeAsArgs pipe) {
            words(pipe.code().source()).forEach(this::program);
        } else if (step instanceof ProgramStep.Exec exec) {
            exec.command().stream().map(Text::value).forEach(this::program);
        }
    }

    private void find(Text path) {
        try {
            if (SourceFiles.isGlob(path.value())) {
                searched.add(SourceFiles.root(base, path.value()));
            }
            for (Path file : SourceFiles.find(base, path.value())) {
                files.put(shown(file, base), file);
            }
        } catch (IOException e) {
            missing.add(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            missing.add(path.value() + " cannot be looked for");
        }
    }

    private static Stream<String> words(String shell) {
        return BETWEEN_WORDS.splitAsStream(shell);
    }

    /** What the flow writes itself is no input, and what is outside of the project is the machine's. */
    private void program(String word) {
        try {
            Path file = base.resolve(word).normalize();
            if (word.isEmpty() || !file.startsWith(base) || written.contains(file)) {
                return;
            }
            if (Files.isRegularFile(file)) {
                files.put(shown(file, base), file);
            } else {
                words.add(file);
            }
        } catch (InvalidPathException noFile) {
            // a word that is no path
        }
    }

    /** A path as people write it. */
    static String shown(Path file, Path base) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString();
    }
}
