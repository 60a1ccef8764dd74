package io.gleamflow.process;

import java.util.OptionalLong;

/**
 * What a program and those it has started have taken of the machine, at least; empty is what nobody has seen.
 *
 * @param cpuNanos of all of them
 * @param peakMemory resident bytes the largest of them has had at most
 */
public record ProcessUse(OptionalLong cpuNanos, OptionalLong peakMemory) {

    /** Nobody has looked. */
    public static final ProcessUse UNKNOWN = new ProcessUse(OptionalLong.empty(), OptionalLong.empty());

    /** Of programs one after the other, or beside each other. */
    public ProcessUse plus(ProcessUse other) {
        return new ProcessUse(
                cpuNanos.isPresent() && other.cpuNanos.isPresent()
                        ? OptionalLong.of(cpuNanos.getAsLong() + other.cpuNanos.getAsLong())
                        : cpuNanos.isPresent() ? cpuNanos : other.cpuNanos,
                peakMemory.isPresent() && other.peakMemory.isPresent()
                        ? OptionalLong.of(Math.max(peakMemory.getAsLong(), other.peakMemory.getAsLong()))
                        : peakMemory.isPresent() ? peakMemory : other.peakMemory);
    }
}
