package io.gleamflow.freshness;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.report.Secrets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody can compare with what it was, so that a flow with it always runs. */
final class Unseen {

    private static final String NEVER = "false";

    private Unseen() {}

    /** Why a flow always runs; empty when it need not. */
    static Optional<String> in(Flow flow) {
        if (steps(flow).noneMatch(EndStep.Write.class::isInstance)) {
            return Optional.of("it writes no file");
        }
        if (hasSecretNames(flow)) {
            return Optional.of("a secret is in the name of a file, so nothing is noted and old files stay");
        }
        return steps(flow).flatMap(step -> of(step).stream()).findFirst();
    }

    private static Stream<Step> steps(Flow flow) {
        return flow.datasets().stream().flatMap(dataset -> dataset.steps().stream());
    }

    private static Optional<String> of(Step step) {
        boolean source = step instanceof SourceStep.Command || step instanceof SourceStep.Socket;
        String cache = step.head().cache().orElse(source ? NEVER : "");
        if (!cache.equals(NEVER)) {
            return Optional.empty();
        } else if (step instanceof SourceStep.Command) {
            return Optional.of("it reads what a program prints");
        } else if (step instanceof SourceStep.Socket) {
            return Optional.of("it reads what a server sends");
        }
        return Optional.of("`" + step.head().title() + "` has cache: false");
    }

    /** They would stand in the state. */
    static boolean hasSecretNames(Flow flow) {
        Secrets secrets = Secrets.of(flow);
        return steps(flow)
                .flatMap(step -> names(step).stream())
                .map(Text::value)
                .anyMatch(name -> !secrets.hidden(name).equals(name));
    }

    /**
     * Secret parameters, and the variables and properties that are their values. Where {@link #hasSecretNames} is false they
     * have decided no name of a file.
     */
    static Set<String> secretNames(Flow flow) {
        Set<String> names = new HashSet<>();
        Set<String> values = new HashSet<>();
        flow.params().stream().filter(Param::secret).forEach(param -> {
            names.add(param.name());
            values.add(param.text());
        });
        values.remove("");
        flow.wording().variables().forEach((name, value) -> addIf(values.contains(value), name, names));
        flow.wording().properties().forEach((name, value) -> addIf(values.contains(value), name, names));
        return names;
    }

    private static void addIf(boolean isSecret, String name, Set<String> names) {
        if (isSecret) {
            names.add(name);
        }
    }

    private static List<Text> names(Step step) {
        if (step instanceof SourceStep.Read read) {
            return read.paths();
        }
        return step instanceof EndStep.Write write ? List.of(write.path()) : List.of();
    }
}
