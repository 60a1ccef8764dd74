package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** The step the rows come in from, when that is one of the stage's own. */
    public Optional<Head> source() {
        if (input instanceof Input.Exchanged exchanged) {
            return exchanged.exchange() instanceof Exchange.Range range ? range.step() : Optional.empty();
        }
        return input instanceof Input.Stepped stepped ? Optional.of(stepped.head()) : Optional.empty();
    }

    /** Its steps, or the parts of them it has, in the order rows go through them; one may come several times. */
    public List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        Optional<Head> source = source();
        if (source.isPresent()) {
            heads.add(source.get());
        }
        for (Operation operation : front) {
            heads.add(operation.head());
        }
        heads.addAll(body.heads());
        for (Operation operation : tail) {
            heads.add(operation.head());
        }
        return heads;
    }

    /** What people call the stage: its steps, such as {@code read + flatMap + partial reduceByKey}. */
    public String title() {
        Set<String> parts = new LinkedHashSet<>();
        Optional<String> source = input.title();
        if (source.isPresent()) {
            parts.add(source.get());
        }
        for (Operation operation : front) {
            parts.add(operation.title());
        }
        parts.addAll(body.titles());
        for (Operation operation : tail) {
            parts.add(operation.title());
        }
        return parts.isEmpty() ? "pass on" : String.join(" + ", parts);
    }
}
