package io.gleamflow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps that run together on each shard: rows go from the input through the body, when there is one, and then through the
 * tail, which the engine runs on a thread.
 *
 * @param number from 0, the place in the plan
 * @param shards how many tasks the stage has
 */
public record Stage(int number, Input input, Body body, List<Operation> tail, int shards) {

    public Stage {
        tail = List.copyOf(tail);
        if (shards < 1) {
            throw new IllegalArgumentException("a stage has at least one shard, not " + shards);
        }
    }

    /** What people call the stage: its steps, such as {@code read + flatMap + partial reduceByKey}. */
    public String title() {
        List<String> parts = new ArrayList<>();
        input.title().ifPresent(parts::add);
        parts.addAll(body.titles());
        tail.forEach(operation -> parts.add(operation.title()));
        return parts.isEmpty() ? "sort" : parts.stream().collect(Collectors.joining(" + "));
    }
}
