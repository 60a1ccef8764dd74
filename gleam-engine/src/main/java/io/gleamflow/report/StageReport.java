package io.gleamflow.report;

import io.gleamflow.problem.Place;
import java.util.List;

/**
 * Steps that ran together.
 *
 * @param number from 0
 * @param title such as {@code read + flatMap + partial countBy}
 * @param runs where, in words such as {@code 4 shards, a Lua worker process each}
 * @param from the stages whose rows it took, in order
 * @param first the step whose rows come in, when the stage begins with one; empty otherwise
 * @param steps where its steps stand in the descriptor, in the order rows go through them
 */
public record StageReport(
        int number, String title, String runs, List<Integer> from, List<Place> first, List<Place> steps) {

    public StageReport {
        from = List.copyOf(from);
        first = List.copyOf(first);
        steps = List.copyOf(steps);
    }
}
