package io.gleamflow.plan;

import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a plan depends on beside the flow; nothing of it changes a result.
 *
 * @param partitions asked for on the command line; wins over the flow's defaults
 * @param cores how many shards there are at most when nobody asks
 * @param files what the paths of each {@code read} stand for, by its place
 */
public record PlanOptions(OptionalInt partitions, int cores, Map<Place, List<SourceFile>> files) {

    public PlanOptions {
        files = Map.copyOf(files);
    }
}
