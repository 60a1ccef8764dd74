package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Exchange;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory of a run, divided among all that may need some, so that one that comes early leaves enough for those that come
 * late: a quarter is for rows between stages, the rest is for sorting, the same for each place where it is done.
 */
final class Memory {

    private final Budget spools;
    private final long each;
    private final Map<Operation, Budget> ofOperations = new ConcurrentHashMap<>();

    private Memory(long all, int sorts) {
        this.spools = Budget.of(all / 4);
        this.each = (all - all / 4) / Math.max(1, sorts);
    }

    /** Divides so many bytes among the stages of a plan. */
    static Memory of(long all, Plan plan) {
        int sorts = 0;
        for (Stage stage : plan.stages()) {
            sorts += sorts(stage.input());
            for (Operation operation : stage.ofEngine()) {
                sorts += operation instanceof EngineOperation.FinalAggregate ? 1 : 0;
            }
        }
        return new Memory(all, sorts);
    }

    private static int sorts(Input input) {
        if (input instanceof Input.Joined) {
            // two sides, and the rows of one key
            return 3;
        } else if (input instanceof Input.CoGrouped) {
            return 2;
        }
        return input instanceof Input.Exchanged exchanged && exchanged.exchange() instanceof Exchange.Range ? 1 : 0;
    }

    /** What all spools share. */
    Budget ofSpools() {
        return spools;
    }

    /** What the shards of one sort share: ask once for each. */
    Budget ofSort() {
        return Budget.of(each);
    }

    /** What the shards of an operation share. */
    Budget of(Operation operation) {
        return ofOperations.computeIfAbsent(operation, key -> ofSort());
    }
}
