package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What all steps have, whatever their verb.
 *
 * @param verb as written, such as {@code flatMap}
 * @param place of the verb
 * @param name given by the user to tell steps apart in messages
 * @param as names of the output columns; empty when not given
 * @param types conversions of the output columns
 * @param partitions written on the step itself
 * @param runtime written on the step itself
 * @param memory in bytes, written on the step itself; never changes a value
 * @param onDisk whether its rows are to be kept on disk; never changes a value
 * @param onError what becomes of rows it cannot take, and of work that fails
 * @param cache a key to know by whether a step that depends on more than its rows has to be done again; {@code false} when
 *     it always has to
 * @param timeout how long its process may run, and the engine work on its rows or wait for its source
 */
public record Head(
        String verb,
        Place place,
        Optional<String> name,
        List<Text> as,
        List<TypedColumn> types,
        OptionalInt partitions,
        Optional<LuaRuntime> runtime,
        OptionalLong memory,
        boolean onDisk,
        OnError onError,
        Optional<Duration> timeout,
        Optional<String> cache) {

    public Head {
        as = List.copyOf(as);
        types = List.copyOf(types);
    }

    /** A step of which no more is known. */
    public static Head of(String verb, Place place, Optional<String> name, List<Text> as) {
        return new Head(
                verb,
                place,
                name,
                as,
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                OnError.fail(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with something else to do about errors. */
    public Head with(OnError other) {
        return new Head(verb, place, name, as, types, partitions, runtime, memory, onDisk, other, timeout, cache);
    }

    /** What messages call the step: its name or else its verb. */
    public String title() {
        return name.orElse(verb);
    }
}
