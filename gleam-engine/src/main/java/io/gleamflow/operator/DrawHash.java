package io.gleamflow.operator;

/**
 * The random numbers of samples: number {@code position} of SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014), whose start depends on the seed and the key. They depend on nothing else, so a
 * sample is the same everywhere.
 */
final class DrawHash {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private DrawHash() {}

    /** 64 random bits. */
    static long of(long seed, int hashOfKey, long position) {
        long start = hashOfKey == 0 ? seed : seed ^ mix(hashOfKey * GOLDEN);
        return mix(start + (position + 1) * GOLDEN);
    }

    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
