package io.gleamflow.flow;

import java.util.OptionalInt;

/**
 * Options for every step that does not say otherwise.
 *
 * @param partitions into how many shards datasets are divided; never changes a result
 */
public record Defaults(OptionalInt partitions) {

    public static final Defaults NONE = new Defaults(OptionalInt.empty());
}
