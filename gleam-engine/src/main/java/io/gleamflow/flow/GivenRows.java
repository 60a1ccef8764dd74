package io.gleamflow.flow;

/**
 * Rows that a test gives.
 *
 * @param dataset whose first step they replace, at the place where the test says so
 */
public record GivenRows(Text dataset, TestRows rows) {}
