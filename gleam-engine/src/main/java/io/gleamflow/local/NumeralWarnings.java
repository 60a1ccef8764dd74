package io.gleamflow.local;

import io.gleamflow.plan.Operation;
import io.gleamflow.run.RunListener;
import java.util.HashMap;
import java.util.Map;

/** One {@link NumeralWarning} for all shards of an operation. Thread-safe. */
final class NumeralWarnings {

    private final RunListener log;
    private final Map<Operation, NumeralWarning> warnings = new HashMap<>();

    NumeralWarnings(RunListener log) {
        this.log = log;
    }

    /** The one of an operation, which looks at these columns in so many shards. */
    synchronized NumeralWarning of(Operation operation, Map<Integer, String> columns, int shards) {
        return warnings.computeIfAbsent(operation, key -> new NumeralWarning(operation.head(), columns, shards, log));
    }
}
