package io.gleamflow.plan;

import io.gleamflow.flow.AggregateKind;
import java.util.OptionalInt;

/**
 * One aggregate.
 *
 * @param column whose values it is about, from 0; empty for {@code count()} of rows
 * @param percent of {@link AggregateKind#PERCENTILE}, from 0 to 100
 * @param title as the user wrote it, for messages
 */
public record Aggregated(AggregateKind kind, OptionalInt column, double percent, String title) {}
