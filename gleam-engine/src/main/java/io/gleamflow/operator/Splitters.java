package io.gleamflow.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Cuts the keys of sorted runs into ranges of about as many rows each. */
public final class Splitters {

    private static final int SAMPLES_PER_RANGE = 64;

    private Splitters() {}

    private record Sample(byte[] key, double weight) {}

    /**
     * The keys at which the second and later ranges start, in order; rows with equal keys are in one range.
     *
     * @return {@code ranges - 1} keys; fewer when there are few distinct keys, and the last ranges are then empty
     */
    public static List<byte[]> of(List<? extends SortedRun> runs, int ranges) {
        List<Sample> samples = new ArrayList<>();
        for (SortedRun run : runs) {
            List<byte[]> keys = run.sample(SAMPLES_PER_RANGE * ranges);
            keys.forEach(key -> samples.add(new Sample(key, (double) run.rows() / keys.size())));
        }
        samples.sort(Comparator.comparing(Sample::key, Arrays::compareUnsigned));
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        List<byte[]> splitters = new ArrayList<>();
        double passed = 0;
        for (Sample sample : samples) {
            boolean due = passed >= all * (splitters.size() + 1) / ranges;
            boolean larger = splitters.isEmpty()
                    || Arrays.compareUnsigned(splitters.get(splitters.size() - 1), sample.key()) < 0;
            if (due && larger && splitters.size() < ranges - 1) {
                splitters.add(sample.key());
            }
            passed += sample.weight();
        }
        return splitters;
    }
}
