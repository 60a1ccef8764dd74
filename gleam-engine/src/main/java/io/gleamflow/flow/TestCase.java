package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An example that must hold: rows given to datasets, and what comes of them.
 *
 * @param name unique among the tests of a flow
 * @param place of the test in the descriptor
 * @param params values that win over all others
 * @param now seconds since 1970 that {@code date.now()} says all the time
 * @param given rows instead of the first steps of datasets
 * @param expected of datasets, each once
 * @param error what the message of the failure must match, when the flow is to fail
 */
public record TestCase(
        String name,
        Place place,
        List<Setting> params,
        OptionalLong now,
        List<GivenRows> given,
        List<Expectation> expected,
        Optional<Text> error) {

    public TestCase {
        params = List.copyOf(params);
        given = List.copyOf(given);
        expected = List.copyOf(expected);
    }

    /** A value of a parameter, as text. */
    public record Setting(Text name, String value) {}
}
