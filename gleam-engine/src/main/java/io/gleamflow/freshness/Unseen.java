package io.gleamflow.freshness;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.report.Secrets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What nobody can compare with what it was, so that a flow with it always runs. */
final class Unseen {

    private static final String NEVER = "false";

    private Unseen() {}

    /** Why a flow always runs; empty when it need not. */
    static Optional<String> in(Flow flow) {
        if (!writes(flow)) {
            return Optional.of("it writes no file");
        }
        if (hasSecretNames(flow)) {
            return Optional.of("a secret is in the name of a file, so nothing is noted and old files stay");
        }
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                Optional<String> why = of(step);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean writes(Flow flow) {
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (step instanceof EndStep.Write) {
                    return true;
                }
            }
        }
        return false;
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
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                for (Text name : names(step)) {
                    if (!secrets.hidden(name.value()).equals(name.value())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Secret parameters, and the variables and properties that are their values. Where {@link #hasSecretNames} is false they
     * have decided no name of a file.
     */
    static Set<String> secretNames(Flow flow) {
        Set<String> names = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (Param param : flow.params()) {
            if (param.secret()) {
                names.add(param.name());
                values.add(param.text());
            }
        }
        values.remove("");
        addSecrets(flow.wording().variables(), values, names);
        addSecrets(flow.wording().properties(), values, names);
        return names;
    }

    private static void addSecrets(Map<String, String> given, Set<String> secrets, Set<String> names) {
        for (Map.Entry<String, String> each : given.entrySet()) {
            if (secrets.contains(each.getValue())) {
                names.add(each.getKey());
            }
        }
    }

    private static List<Text> names(Step step) {
        if (step instanceof SourceStep.Read read) {
            return read.paths();
        }
        return step instanceof EndStep.Write write ? List.of(write.path()) : List.of();
    }
}
