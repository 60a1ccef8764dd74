package io.gleamflow.maven;

import io.gleamflow.problem.Nearest;
import java.util.Collection;
import java.util.List;

/** What {@code -Dgleam.flows} picks: names or patterns of names, separated by commas; everything when empty. */
final class FlowSelection {

    private final List<String> wanted;

    FlowSelection(Collection<String> wanted) {
        this.wanted =
                wanted.stream().map(String::trim).filter(w -> !w.isEmpty()).toList();
    }

    List<FlowFile> of(List<FlowFile> flows) {
        List<PathPattern> patterns = PathPattern.all(wanted);
        return flows.stream()
                .filter(flow -> patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(flow.name())))
                .toList();
    }

    /** The names and patterns that pick none of these flows. */
    List<String> unknown(Collection<String> names) {
        return wanted.stream()
                .filter(w -> names.stream().noneMatch(new PathPattern(w)::matches))
                .toList();
    }

    /** Says that a name is unknown, which name was probably meant, and what there is. */
    static String message(String unknown, Collection<String> names) {
        String all = names.isEmpty() ? "there are no flows" : "the flows are " + String.join(", ", names);
        return "there is no flow `" + unknown + "`. "
                + Nearest.hint(unknown, names).map(hint -> hint + " ").orElse("") + "(" + all + ")";
    }
}
