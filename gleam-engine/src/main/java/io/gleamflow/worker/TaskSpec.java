package io.gleamflow.worker;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.plan.Operation;
import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Map;

/**
 * What a worker is to do: a chain of operations on one shard.
 *
 * @param runtime of the worker
 * @param flow the descriptor
 * @param params by name, the values as MessagePack
 * @param functions Lua shared by all steps
 * @param longestRow in bytes
 */
public record TaskSpec(
        LuaRuntime runtime,
        Place flow,
        Map<String, byte[]> params,
        List<LuaText> functions,
        List<Operation> operations,
        TaskInput input,
        int longestRow) {

    public TaskSpec {
        params = Map.copyOf(params);
        functions = List.copyOf(functions);
        operations = List.copyOf(operations);
    }
}
