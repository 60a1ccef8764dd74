package io.gleamflow.plan;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a plan depends on beside the flow; nothing of it changes a result.
 *
 * @param partitions asked for on the command line; wins over the flow's defaults
 * @param runtime of Lua, asked for on the command line; wins over the flow's
 * @param cores how many shards there are at most when nobody asks
 * @param files what the paths of each {@code read} stand for
 */
public record PlanOptions(
        OptionalInt partitions, Optional<LuaRuntime> runtime, int cores, Map<Step.Read, List<SourceFile>> files) {

    public PlanOptions {
        files = Map.copyOf(files);
    }
}
