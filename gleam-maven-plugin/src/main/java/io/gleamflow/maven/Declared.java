package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import java.util.stream.Stream;

/** The parameters that a descriptor declares; a flow has {@code out} as well, which is at no line of it. */
final class Declared {

    private Declared() {}

    static Stream<Param> in(Flow flow) {
        return flow.params().stream().filter(param -> param.place().line() > 0);
    }
}
