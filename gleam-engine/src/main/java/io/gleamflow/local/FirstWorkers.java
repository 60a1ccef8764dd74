package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The workers on the JVM that tasks want as soon as a run begins. Those of LuaJIT start too fast to be worth it. */
final class FirstWorkers {

    private FirstWorkers() {}

    /** How many of each kind, together no more than may run at once. */
    static Map<WorkerKind, Integer> of(Plan plan) {
        Map<WorkerKind, Integer> workers = new LinkedHashMap<>();
        int left = WorkerPermits.most(Runtime.getRuntime().availableProcessors());
        for (Stage stage : plan.stages()) {
            if (stage.body() instanceof Body.Chain chain
                    && chain.runtime() == LuaRuntime.LUAJ
                    && Input.stages(stage.input()).isEmpty()) {
                int wanted = Math.min(stage.shards(), left);
                left -= wanted;
                workers.merge(WorkerKind.of(chain), wanted, Integer::sum);
            }
        }
        return workers;
    }
}
