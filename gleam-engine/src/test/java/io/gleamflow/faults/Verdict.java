package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.Map;

/** How a run has to end. It stands in the table before anything runs. */
sealed interface Verdict {

    /** In a few words, for the table. */
    String told();

    /** The run ends well, with these bytes in these files and no other change in the project. */
    record Succeeds(Map<String, byte[]> outputs) implements Verdict {
        public Succeeds {
            outputs = Map.copyOf(outputs);
        }

        @Override
        public String told() {
            return "succeeds";
        }
    }

    /**
     * The run fails and changes nothing.
     *
     * @param at part of the guilty line of the descriptor; empty for the whole descriptor
     * @param message part of what is said, which must be the cause and not one of its consequences
     */
    record Fails(Blame blame, String at, String message) implements Verdict {
        @Override
        public String told() {
            return "fails, " + blame + (at.isEmpty() ? "" : ", at `" + at + "`") + ": " + message;
        }
    }

    /** The flow is refused before it runs. */
    record Refused(String at, String message) implements Verdict {
        @Override
        public String told() {
            return "is refused" + (at.isEmpty() ? "" : ", at `" + at + "`") + ": " + message;
        }
    }
}
