package io.gleamflow.testing;

import io.gleamflow.problem.Place;
import java.util.List;

/**
 * What tests have made of one step.
 *
 * @param step its name or verb
 * @param rows how many rows left it, in all tests together, as far as they were counted
 * @param isCovered whether rows have gone through it
 * @param branches what may become of a row there; none where there is only one way
 */
public record StepCoverage(
        String dataset, String step, Place place, long rows, boolean isCovered, List<Branch> branches) {

    public StepCoverage {
        branches = List.copyOf(branches);
    }

    /**
     * One thing that may become of a row.
     *
     * @param name such as {@code drops}
     * @param missing what no test has, when it is not covered
     */
    public record Branch(String name, String missing, boolean isCovered) {}

    /** What no test has reached: a place and a sentence. */
    record Gap(Place place, String brief, String sentence) {

        @Override
        public String toString() {
            return place + ": " + sentence;
        }
    }

    /** Of a step that no row has gone through it is enough to say that. */
    List<Gap> gaps() {
        String name = "`" + step + "`";
        if (!isCovered) {
            return List.of(new Gap(place, step, "no test brings a row through " + name));
        }
        return branches.stream()
                .filter(branch -> !branch.isCovered())
                .map(branch -> new Gap(
                        place,
                        step + " " + branch.name(),
                        "no test has " + branch.missing().formatted(name)))
                .toList();
    }
}
