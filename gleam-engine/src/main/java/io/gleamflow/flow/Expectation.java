package io.gleamflow.flow;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a test expects at the end of a dataset.
 *
 * @param dataset at the place where the test says so
 * @param rows all rows there are to be
 * @param count how many there are to be
 * @param check Lua that must be true of each
 * @param inOrder whether the order of the rows counts
 * @param tolerance by how much numbers may differ
 */
public record Expectation(
        Text dataset,
        Optional<TestRows> rows,
        OptionalLong count,
        Optional<LuaText> check,
        boolean inOrder,
        OptionalDouble tolerance) {}
