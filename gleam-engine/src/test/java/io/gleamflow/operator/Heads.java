package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Optional;

/** A step for messages. */
final class Heads {

    static final Head HEAD = Head.of("join", Place.of("flow.yaml"), Optional.empty(), List.of());

    private Heads() {}
}
