package io.gleamflow.maven;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Shows what steps write: rows of {@code print} as they are, everything else with the step it comes from. */
final class LogLines implements Consumer<LineQueue.Line> {

    private static final int MOST_WARNINGS = 100;

    private final Log log;
    private final String flow;
    private final Set<String> printing;
    private final List<String> warnings = new ArrayList<>();
    private long printed;

    /**
     * @param flow what to call it
     * @param printing the titles of its {@code print} steps
     */
    LogLines(Log log, String flow, Set<String> printing) {
        this.log = log;
        this.flow = flow;
        this.printing = Set.copyOf(printing);
    }

    static LogLines of(Flow flow, String title, Log log) {
        Set<String> printing = flow.datasets().stream()
                .flatMap(dataset -> dataset.steps().stream())
                .filter(EndStep.Print.class::isInstance)
                .map(step -> step.head().title())
                .collect(Collectors.toSet());
        return new LogLines(log, title, printing);
    }

    @Override
    public void accept(LineQueue.Line line) {
        if (line.isWarning()) {
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(line.step() + ": " + line.text());
            }
            told(line).forEach(log::warn);
        } else if (printing.contains(line.step())) {
            printed++;
            // a row with line ends in it, or a format with several lines
            lines(line.text()).forEach(log::info);
        } else {
            told(line).forEach(log::info);
        }
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of("") : text.lines().toList();
    }

    /** What concerns the whole flow has its name only once. */
    private List<String> told(LineQueue.Line line) {
        boolean isWhole = flow.equals(line.step()) || flow.endsWith("/" + line.step());
        String step = isWhole ? "" : line.step() + ": ";
        return lines(line.text()).stream()
                .map(text -> "  " + flow + ": " + step + text)
                .toList();
    }

    /** The first of them. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** How many rows were printed. */
    long printed() {
        return printed;
    }
}
