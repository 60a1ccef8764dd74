package io.gleamflow.local;

import io.gleamflow.problem.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failures that say where the row was read. */
final class Located {

    private Located() {}

    /** The failure with the place before its other details, when it is known. */
    static Failure at(Failure failure, Optional<String> where) {
        if (where.isEmpty()) {
            return failure;
        }
        List<String> details = new ArrayList<>();
        details.add("read from " + where.get());
        details.addAll(failure.details());
        return new Failure(failure.blame(), failure.place(), failure.step(), failure.message(), details);
    }
}
