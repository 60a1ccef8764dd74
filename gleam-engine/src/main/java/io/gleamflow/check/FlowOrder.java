package io.gleamflow.check;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The order in which the flows of a project run: one that reads what another writes runs after it. */
public final class FlowOrder {

    /** Stands for a value. */
    private static final String ANY = "any-value";

    private final List<Flow> flows;
    private final ProjectFiles files;
    private final IdentityHashMap<Flow, List<Written>> outputs = new IdentityHashMap<>();
    private final Map<String, Optional<Path>> resolved = new HashMap<>();

    private FlowOrder(List<Flow> flows, ProjectFiles files) {
        this.flows = flows;
        this.files = files;
    }

    /**
     * The flows in an order in which they can run, as near to the given one as possible. Flows that wait for each other in a
     * circle are a problem, and keep their places.
     */
    public static List<Flow> of(List<Flow> flows, ProjectFiles files, Problems problems) {
        return new FlowOrder(flows, files).sorted(problems);
    }

    /** Whether a path or glob that is read means a file that is written. */
    public static boolean meets(String read, Text written, ProjectFiles files) {
        FlowOrder order = new FlowOrder(List.of(), files);
        return order.written(written).filter(file -> order.meets(read, file)).isPresent();
    }

    /** Whether one flow reads what the other writes. */
    public static boolean reads(Flow reader, Flow writer, ProjectFiles files) {
        return new FlowOrder(List.of(), files).read(reader, writer).isPresent();
    }

    /** Whether a flow says that it writes a file. */
    public static boolean writes(Flow writer, Path file, ProjectFiles files) {
        return new FlowOrder(List.of(), files).written(writer).stream().anyMatch(written -> written.isNamed(file));
    }

    private List<Flow> sorted(Problems problems) {
        if (flows.size() < 2) {
            return flows;
        }
        List<Flow> sorted = new ArrayList<>();
        List<Flow> waiting = new ArrayList<>(flows);
        while (!waiting.isEmpty()) {
            int next = ready(waiting);
            if (next < 0) {
                circle(waiting, problems);
                sorted.addAll(waiting);
                return sorted;
            }
            sorted.add(waiting.remove(next));
        }
        return sorted;
    }

    /** The first that reads nothing of what the others write; negative when there is none. */
    private int ready(List<Flow> waiting) {
        for (int i = 0; i < waiting.size(); i++) {
            Flow flow = waiting.get(i);
            if (waiting.stream().noneMatch(other -> read(flow, other).isPresent())) {
                return i;
            }
        }
        return -1;
    }

    /** Names each that waits for another of them; all wait for some, not all are in the circle. */
    private void circle(List<Flow> waiting, Problems problems) {
        Flow at = waiting.get(0);
        List<Flow> seen = new ArrayList<>();
        while (seen.stream().noneMatch(at::equals)) {
            seen.add(at);
            Flow here = at;
            at = waiting.stream()
                    .filter(other -> read(here, other).isPresent())
                    .findFirst()
                    .orElseThrow();
        }
        Flow begin = at;
        Flow before = waiting.stream()
                .filter(other -> read(begin, other).isPresent())
                .findFirst()
                .orElseThrow();
        Text path = read(begin, before).orElseThrow();
        problems.add(Problem.error(
                        path.place(),
                        "`" + begin.name() + "` reads what `" + before.name() + "` writes, which waits for `"
                                + begin.name() + "`")
                .hint("flows run one after the other; none can wait for itself"));
    }

    /** The path of the reader that is a file the writer makes. */
    private Optional<Text> read(Flow reader, Flow writer) {
        // a descriptor is one flow, and to compare all that two flows say takes long
        if (reader.place().equals(writer.place())) {
            return Optional.empty();
        }
        List<Written> written = written(writer);
        return steps(reader)
                .filter(SourceStep.Read.class::isInstance)
                .flatMap(step -> ((SourceStep.Read) step).paths().stream())
                .filter(path -> written.stream().anyMatch(output -> meets(path.value(), output)))
                .findFirst();
    }

    /** Found once for each flow, since each flow is compared with all others. */
    private List<Written> written(Flow writer) {
        return outputs.computeIfAbsent(
                writer,
                flow -> steps(flow)
                        .filter(EndStep.Write.class::isInstance)
                        .flatMap(step -> written(((EndStep.Write) step).path()).stream())
                        .toList());
    }

    /** A file that is written; a column in its path may have any value that is a name. */
    private Optional<Written> written(Text path) {
        return files.resolve(Placeholders.filled(path, column -> ANY))
                .map(file -> new Written(
                        file, Pattern.compile(Pattern.quote(file.toString()).replace(ANY, "\\E[^/]+\\Q"))));
    }

    private record Written(Path file, Pattern names) {
        boolean isNamed(Path other) {
            return names.matcher(other.toString()).matches();
        }
    }

    private static Stream<Step> steps(Flow flow) {
        return flow.datasets().stream().flatMap(dataset -> dataset.steps().stream());
    }

    /** Whether a path or glob means a file that is written. */
    private boolean meets(String read, Written written) {
        if (files.isGlob(read)) {
            return files.matches(read, written.file());
        }
        return resolved.computeIfAbsent(read, files::resolve)
                .filter(written::isNamed)
                .isPresent();
    }
}
