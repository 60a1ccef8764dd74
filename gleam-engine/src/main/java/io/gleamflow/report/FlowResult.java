package io.gleamflow.report;

import io.gleamflow.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one flow in a build.
 *
 * @param title what people call the flow
 * @param run what it did; empty when it did not run, or failed before any of it ran
 * @param reason why it ran, or why it did not, if anybody said
 * @param trouble what to show of a failure: the message first, then lines about it
 */
public record FlowResult(
        Flow flow,
        String title,
        State state,
        Optional<RunReport> run,
        Optional<String> reason,
        List<String> warnings,
        List<String> trouble) {

    public FlowResult {
        warnings = List.copyOf(warnings);
        trouble = List.copyOf(trouble);
    }

    /** How it ended. */
    public enum State {
        RAN,
        UP_TO_DATE,
        FAILED;

        /** In words, such as {@code up to date}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
