package io.gleamflow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps that run together on each shard: rows go from the input through the front, the body, when there is one, and the
 * tail. Front and tail are the engine's.
 *
 * @param number from 0, the place in the plan
 * @param front what is done before the body; nothing without one
 * @param shards how many tasks the stage has
 */
public record Stage(int number, Input input, List<Operation> front, Body body, List<Operation> tail, int shards) {

    public Stage {
        front = List.copyOf(front);
        tail = List.copyOf(tail);
        if (shards < 1) {
            throw new IllegalArgumentException("a stage has at least one shard, not " + shards);
        }
    }

    /** Whether something runs outside of the engine's threads. */
    public boolean hasBody() {
        return !(body instanceof Body.None);
    }

    /** What the engine does with the rows, before and behind the body. */
    public List<Operation> ofEngine() {
        List<Operation> all = new ArrayList<>(front);
        all.addAll(tail);
        return all;
    }

    /** What a worker does, if there is one. */
    public List<Operation> inWorker() {
        return body instanceof Body.Chain chain ? chain.operations() : List.of();
    }

    /** What people call the stage: its steps, such as {@code read + flatMap + partial reduceByKey}. */
    public String title() {
        List<String> parts = new ArrayList<>();
        input.title().ifPresent(parts::add);
        front.forEach(operation -> parts.add(operation.title()));
        parts.addAll(body.titles());
        tail.forEach(operation -> parts.add(operation.title()));
        return parts.isEmpty() ? "pass on" : parts.stream().distinct().collect(Collectors.joining(" + "));
    }
}
