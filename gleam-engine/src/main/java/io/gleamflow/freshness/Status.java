package io.gleamflow.freshness;

import java.util.List;

/**
 * Whether a flow has to run.
 *
 * @param reasons why it has to, the first of which tells most; none when it is up to date
 */
public record Status(List<String> reasons) {

    /** What is there is what a run would write. */
    static final Status UP_TO_DATE = new Status(List.of());

    public Status {
        reasons = List.copyOf(reasons);
    }

    /** That it has to, for this reason. */
    public static Status runs(String reason) {
        return new Status(List.of(reason));
    }

    public boolean isUpToDate() {
        return reasons.isEmpty();
    }
}
